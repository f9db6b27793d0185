package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.api.Preference;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.api.stream.Streamed;
import dev.understudy.contract.Content;
import dev.understudy.contract.Example;
import dev.understudy.contract.stream.StreamBody;
import dev.understudy.generate.values.GenerationResult;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The bodies of answers: a valid example, or else a value generated from the schema. */
final class ReplyBodies {
    /** How many other seeds are tried if the seed of a call gives no value. */
    private static final int FURTHER = 4;

    private final ValueMaker maker;

    /** The valid examples of each content that was requested. */
    private final Map<Content, List<Example>> examples = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The fallback value of each content for which a call found no value. */
    private final Map<Content, Optional<JsonNode>> others = Collections.synchronizedMap(new IdentityHashMap<>());

    ReplyBodies(ValueMaker maker) {
        this.maker = maker;
    }

    /**
     * A body.
     *
     * @param value JSON, a text, or bytes
     * @param cause its origin; null for the text of an error
     */
    record Picked(Object value, Reply.@Nullable Cause cause) {
        /** Whether it was generated from the schema. */
        boolean made() {
            return cause == Reply.Cause.MADE;
        }
    }

    /**
     * The body that the preference asks for; empty if there is no valid example, and none can be generated.
     *
     * @param instead takes precedence over a generated body
     */
    Optional<Picked> pick(Content content, Preference preference, Supplier<Optional<Object>> instead, long seed) {
        boolean named = preference.example() != null;
        Optional<Picked> example = named || !preference.dynamic() ? example(content, preference) : Optional.empty();
        return example.or(() -> instead.get().map(value -> new Picked(value, null)))
                .or(() -> made(content, seed));
    }

    private Optional<Picked> example(Content content, Preference preference) {
        return examples.computeIfAbsent(content, ReplyBodies::valid).stream()
                .filter(example ->
                        preference.example() == null || preference.example().equals(example.name()))
                .findFirst()
                .map(example -> new Picked(written(content, example.value()), Reply.Cause.EXAMPLE));
    }

    private static List<Example> valid(Content content) {
        return content.examples().stream()
                .map(example -> new Example(example.name(), content.sent(example.value())))
                .filter(example -> content.flaw(example.value()).isEmpty())
                .toList();
    }

    private Optional<Picked> made(Content content, long seed) {
        if (content.form() == Content.Form.BINARY) {
            return Optional.of(new Picked(SampleBytes.of(content.sentAs(), seed), Reply.Cause.MADE));
        }
        Optional<String> schema = content.schema();
        if (content.stream() != null && schema.isPresent()) {
            return items(content, schema.get(), seed).map(items -> new Picked(items, Reply.Cause.MADE));
        } else if (content.stream() != null) {
            return Optional.of(new Picked(Streamed.made(index -> Map.of()), Reply.Cause.MADE));
        } else if (schema.isEmpty()) {
            return Optional.of(new Picked(content.form() == Content.Form.JSON ? Map.of() : "", Reply.Cause.MADE));
        }
        return kept(content, schema.get(), seed)
                .or(() -> otherwise(content, schema.get()))
                .map(value -> new Picked(written(content, value), Reply.Cause.MADE));
    }

    /** A list that is generated as a whole, or items that are generated one by one. */
    private Optional<Streamed> items(Content content, String schema, long seed) {
        Optional<JsonNode> first = kept(content, schema, seed).or(() -> otherwise(content, schema));
        StreamBody stream = Objects.requireNonNull(content.stream());
        return first.map(value -> stream.isWhole()
                ? Streamed.of(list(value))
                : Streamed.made(index -> {
                    JsonNode item = index == 0
                            ? value
                            : kept(content, schema, seed + index).orElse(value);
                    return withData(content, stream, item, seed + index);
                }));
    }

    /** An event whose data is a JSON text of the schema for its content, if it has one. */
    private JsonNode withData(Content content, StreamBody stream, JsonNode item, long seed) {
        return stream.content(item)
                .flatMap(schema -> maker.value(schema, seed))
                .map(data -> (JsonNode) ((ObjectNode) item.deepCopy()).put("data", new String(Json.write(data), UTF_8)))
                .filter(event -> flaw(content, event).isEmpty())
                .orElse(item);
    }

    private static List<JsonNode> list(JsonNode items) {
        return items.valueStream().toList();
    }

    private Optional<JsonNode> kept(Content content, String schema, long seed) {
        return maker.value(schema, seed).filter(value -> flaw(content, value).isEmpty());
    }

    private static Optional<Violation> flaw(Content content, JsonNode value) {
        boolean item = content.stream() != null && !content.stream().isWhole();
        return content.flaw(item ? JsonNodeFactory.instance.arrayNode().add(value) : value);
    }

    /**
     * A value for calls whose own seed gives none, so that either all have an answer, or {@code check} reports that
     * some may not.
     */
    private Optional<JsonNode> otherwise(Content content, String schema) {
        return others.computeIfAbsent(content, any -> LongStream.range(0, FURTHER)
                .mapToObj(seed -> kept(content, schema, seed))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Whether every call gets a body for this content, whatever its seed. */
    boolean has(Content content, Supplier<Optional<Object>> instead) {
        boolean made = content.form() == Content.Form.BINARY
                || content.schema().isEmpty()
                || otherwise(content, content.schema().get()).isPresent();
        return made
                || example(content, Preference.NONE).isPresent()
                || instead.get().isPresent();
    }

    /** Why there is no body for this content, without a full stop. */
    String why(Content content) {
        GenerationResult made = maker.make(content.schema().orElseThrow(), 0);
        return made instanceof GenerationResult.Impossible impossible
                ? impossible.why() + " (" + impossible.pointer() + ")"
                : flaw(content, ((GenerationResult.Value) made).value())
                        .map(flaw -> "of a value " + flaw.message())
                        .orElse("none was found with other arguments");
    }

    static Object written(Content content, JsonNode value) {
        return switch (content.form()) {
            case JSON -> value;
            case ITEMS -> Streamed.of(list(value));
            case TEXT -> value.asText();
            case BINARY, FIELDS ->
                value instanceof BinaryNode bytes
                        ? bytes.binaryValue()
                        : value.asText().getBytes(UTF_8);
        };
    }
}
