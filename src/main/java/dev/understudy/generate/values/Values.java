package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Lowered;
import dev.understudy.schema.SchemaBook;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;

/** Makes values that the schemas of a document admit. Safe for use by several threads. */
public final class Values {
    private final Lowered document;
    private final SchemaBook book;

    /** @param document its references are all to places of its own */
    public Values(Lowered document) {
        this.document = document;
        this.book = new SchemaBook(document, true);
    }

    /**
     * A value that the schema admits; a valid example of the document wins.
     *
     * @param pointer where the document has the schema
     * @param seed another seed gives another value, where the schema leaves a choice
     */
    public Made value(String pointer, long seed, Direction direction) {
        JsonNode schema = document.tree().at(pointer);
        var candidates = new ArrayList<JsonNode>();
        schema.path("examples").forEach(candidates::add);
        schema.path("enum").forEach(candidates::add);
        SchemaCheck check = book.at(pointer);
        return candidates.stream()
                .filter(check::passes)
                .findFirst()
                .<Made>map(Made.Value::new)
                .orElseGet(() -> new Made.Impossible("the schema has no valid example", pointer));
    }
}
