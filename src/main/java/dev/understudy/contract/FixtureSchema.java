package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Part;
import dev.understudy.schema.MomentFields;
import dev.understudy.schema.PortableSchema;
import dev.understudy.schema.SchemaBook;
import dev.understudy.schema.SchemaCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says about a collection of fixtures ({@code x-fixture}): its records' schema, and how they hang
 * together.
 */
public final class FixtureSchema {
    private final String collection;
    private final @Nullable String id;
    private final boolean single;
    private final Map<String, String> references;
    private final @Nullable String acyclic;
    private final Map<String, String> unique;
    private final SchemaCheck check;
    private final MomentFields moments;

    private final SchemaBook book;
    private final String pointer;

    FixtureSchema(Part schema, SchemaBook book) {
        this.book = book;
        this.pointer = schema.pointer();
        this.collection = schema.at("x-fixture").text();
        this.id = nullable(schema.at("x-fixture-id"));
        this.single = schema.at("x-fixture-single").isTrue();
        this.references = map(schema.at("x-fixture-references"));
        this.acyclic = nullable(schema.at("x-fixture-acyclic"));
        this.unique = map(schema.at("x-fixture-unique"));
        this.check = book.at(pointer);
        this.moments = new MomentFields(book, pointer);
    }

    /** The name of the collection, which is the name of its file without the ending. */
    public String collection() {
        return collection;
    }

    /** The property that tells records apart; null if none does. */
    public @Nullable String id() {
        return id;
    }

    /** Whether the file holds one object instead of an array of records. */
    public boolean single() {
        return single;
    }

    /** Properties whose values must be ids of the named collection of the same contract. */
    public Map<String, String> references() {
        return references;
    }

    /** The property whose references may not lead back to their own record; null if none. */
    public @Nullable String acyclic() {
        return acyclic;
    }

    /** Array properties, and the property of their elements that may not repeat inside a record. */
    public Map<String, String> unique() {
        return unique;
    }

    /** What the record, whose numbers are between 1e-308 and 1e308, breaks of its schema; empty when it keeps it. */
    public List<Violation> check(JsonNode record) {
        return check.violationsOfBounded(Place.RECORD, "", "", record);
    }

    /**
     * A sample of how a moment is written at this place of a record: a date, a date-time, or 0 for milliseconds since
     * 1970 ({@code x-epoch}); empty where the schema has something else.
     */
    public Optional<String> moment(String pointer) {
        return moments.sample(pointer);
    }

    /** The JSON Schema (draft 07) of the collection's file, for editors; it needs no other document. */
    public byte[] jsonSchema() {
        return json(PortableSchema.ofFile(book, pointer, single));
    }

    /** The same of one record, as an editor completes it. */
    public ObjectNode recordSchema() {
        return PortableSchema.ofFile(book, pointer, true);
    }

    /** Whether a file may change some of its records: where they can be told apart. */
    public boolean isMergeable() {
        return single || id != null;
    }

    /** The same of a file that changes records of the collection; empty where records cannot be told apart. */
    public Optional<byte[]> mergeSchema() {
        return isMergeable()
                ? Optional.of(json(PortableSchema.ofMergeFile(book, pointer, id == null ? "" : id)))
                : Optional.empty();
    }

    private static byte[] json(JsonNode schema) {
        return (schema.toPrettyString() + "\n").getBytes(UTF_8);
    }

    private static @Nullable String nullable(Part part) {
        return part.isPresent() ? part.text() : null;
    }

    private static Map<String, String> map(Part part) {
        return part.children().stream().collect(toUnmodifiableMap(Part::key, Part::text));
    }
}
