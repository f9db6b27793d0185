package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Discriminator;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.format.TextFormats;
import dev.understudy.schema.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes values that keep a schema more often than not, and lie at the edges of it, for tests that want both; always the
 * same from the same seed. {@link Values} makes those that keep it, and that look like what people write.
 */
public final class RandomValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 7;

    /** What the formats take, and what they just do not. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "todo",
            "x".repeat(300),
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "\u0000",
            "a\nb",
            "0",
            "-1",
            "null",
            "2026-01-01",
            "2026-02-30",
            "2024-02-29",
            "2023-02-29",
            "2026-1-1",
            "+2026-01-01",
            "-0001-01-01",
            "10000-01-01",
            "2026-01-01T00:00:00Z",
            "2026-01-01t00:00:00z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:59:60Z",
            "2026-01-01T10:00:00.123456789+02:00",
            "2026-01-01T10:00:00.1234567890Z",
            "2026-01-01T10:00:00+18:00",
            "2026-01-01T10:00:00+18:01",
            "2026-01-01T10:00:00-00:00",
            "2026-01-01T10:00Z",
            "2026-01-01 10:00:00Z",
            "10:00:00Z",
            "10:00:00",
            "23:59:60Z",
            "P1D",
            "P1Y2M3DT4H5M6S",
            "PT",
            "P1W",
            "P-1D",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-42661417400G",
            "123e4567e89b12d3a456426614174000",
            "a@b.example",
            "a@b",
            "a@[127.0.0.1]",
            "@b.example",
            "host.example",
            "-host.example",
            "host..example",
            "127.0.0.1",
            "256.0.0.1",
            "127.0.0",
            "::1",
            "::ffff:127.0.0.1",
            ":::1",
            "fe80::1%eth0",
            "https://a.example/b?c=d#e",
            "https://a.example/é",
            "//a.example",
            "a b",
            "?q=[1]",
            "http://[::1",
            "urn:x:y",
            "/a/b~0c",
            "/a~2",
            "a/b",
            "[a-z]+",
            "[a-z",
            "title",
            "-title",
            "+title",
            "due_date",
            "id_1",
            "wt-1");

    private final DocumentSchemas schemas;
    private final Random random;
    private final Map<String, EcmaPattern> patterns = new HashMap<>();

    /**
     * Values of these schemas.
     *
     * @param random where all that is random comes from
     */
    public RandomValues(DocumentSchemas schemas, Random random) {
        this.schemas = schemas;
        this.random = random;
    }

    /** A value for the schema at this place, which keeps it more often than not. */
    public JsonNode value(String pointer) {
        return value(pointer, 0);
    }

    private JsonNode value(String pointer, int depth) {
        JsonNode schema = schemas.schema(pointer);
        if (schema.has("$ref") && (schema.size() == 1 || random.nextBoolean())) {
            return value(schemas.target(schema.path("$ref").asText()).orElseThrow(), depth);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("type").isArray() && random.nextInt(8) == 0) {
            return NODES.nullNode();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        JsonNode value = plain(pointer, schema, depth);
        for (String choice : List.of("allOf", "anyOf", "oneOf")) {
            int branches = schema.path(choice).size();
            int chosen = branches == 0 ? 0 : random.nextInt(branches);
            for (int i = 0; i < branches; i++) {
                if (choice.equals("allOf") || i == chosen) {
                    JsonNode branch = value(Pointers.child(Pointers.child(pointer, choice), i), depth + 1);
                    value = value.isArray() ? branch : merged(value, branch);
                }
            }
        }
        for (String more : List.of("if", "then", "else", "contains")) {
            if (schema.path(more).isObject() && random.nextBoolean()) {
                value = merged(value, value(Pointers.child(pointer, more), depth + 1));
            }
        }
        return name(schema, value);
    }

    /** An object with the members of another, an array with one more element, or the other value. */
    private static JsonNode merged(JsonNode value, JsonNode other) {
        if (value instanceof ArrayNode array) {
            return array.add(other);
        }
        return value instanceof ObjectNode object && other instanceof ObjectNode more ? object.setAll(more) : other;
    }

    /** Gives an object the name of a variant that it may be. */
    private JsonNode name(JsonNode schema, JsonNode value) {
        Discriminator.of(schema).filter(any -> value.isObject()).ifPresent(discriminator -> {
            var names = new ArrayList<>(discriminator.variants().keySet());
            ObjectNode object = (ObjectNode) value;
            if (!object.has(discriminator.property()) || random.nextInt(10) == 0) {
                object.put(discriminator.property(), names.get(random.nextInt(names.size())));
            }
        });
        return value;
    }

    private JsonNode plain(String pointer, JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        return switch (type.path(type.isArray() ? random.nextInt(type.size()) : 0)
                .asText(type.asText())) {
            case "object" -> object(pointer, schema, depth);
            case "array" -> array(pointer, schema, depth);
            case "string" -> NODES.textNode(text(schema));
            case "integer" -> number(schema, true);
            case "number" -> number(schema, false);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> schema.has("properties") ? object(pointer, schema, depth) : anything(depth);
        };
    }

    private ObjectNode object(String pointer, JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (required.contains(name) || (depth < DEEPEST && random.nextBoolean())) {
                object.set(name, value(Pointers.child(Pointers.child(pointer, "properties"), name), depth + 1));
            }
        });
        schema.path("patternProperties").fieldNames().forEachRemaining(name -> {
            String key = TEXTS.get(random.nextInt(TEXTS.size()));
            if (depth < DEEPEST && EcmaPattern.of(name).matches(key)) {
                object.set(key, value(Pointers.child(Pointers.child(pointer, "patternProperties"), name), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        for (int i = random.nextInt(3); i > 0 && depth < DEEPEST && !others.isBoolean(); i--) {
            String key = Pointers.child(pointer, "additionalProperties");
            object.set("other" + i, others.isObject() ? value(key, depth + 1) : anything(depth + 1));
        }
        return object;
    }

    private ArrayNode array(String pointer, JsonNode schema, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(least + 12), least + (random.nextInt(10) == 0 ? 12 : 2));
        int size = depth > DEEPEST ? least : least + random.nextInt(Math.max(1, most - least + 1));
        ArrayNode array = NODES.arrayNode();
        String first = Pointers.child(pointer, "prefixItems");
        for (int i = 0; i < size; i++) {
            boolean tuple = i < schema.path("prefixItems").size();
            array.add(value(tuple ? Pointers.child(first, i) : Pointers.child(pointer, "items"), depth + 1));
        }
        return array;
    }

    String text(JsonNode schema) {
        JsonNode example = schema.path("examples").path(0);
        if (example.isTextual() && random.nextBoolean()) {
            return example.textValue();
        }
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(400, schema.path("maxLength").asInt(least + 20));
        for (int tries = 0; tries < 60; tries++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            if (keeps(schema, text, least, most)) {
                return text;
            }
        }
        return "x".repeat(Math.max(0, random.nextBoolean() ? least : most));
    }

    private boolean keeps(JsonNode schema, String text, int least, int most) {
        return text.length() >= least
                && text.length() <= most
                && TextFormats.of(schema.path("format").asText()).test(text)
                && (!schema.has("pattern")
                        || patterns.computeIfAbsent(schema.path("pattern").asText(), EcmaPattern::of)
                                .matches(text));
    }

    JsonNode number(JsonNode schema, boolean whole) {
        JsonNode above = schema.path("exclusiveMinimum");
        JsonNode below = schema.path("exclusiveMaximum");
        BigDecimal least = new BigDecimal(above.asText(schema.path("minimum").asText("-1000")));
        BigDecimal most = new BigDecimal(below.asText(schema.path("maximum").asText("1000"))).max(least);
        BigDecimal step = new BigDecimal(schema.path("multipleOf").asText("1"));
        BigDecimal span = most.subtract(least).multiply(BigDecimal.valueOf(random.nextDouble()));
        BigDecimal value =
                switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> most;
                    case 2 -> least.add(span).divideToIntegralValue(step).multiply(step);
                    default -> least.add(span);
                };
        return whole ? integer(value.toBigInteger()) : DecimalNode.valueOf(value);
    }

    /** As the parser gives it. */
    static JsonNode integer(BigInteger value) {
        return value.bitLength() < 32
                ? NODES.numberNode(value.intValue())
                : value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    JsonNode anything(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> integer(BigInteger.valueOf(random.nextInt(21) - 10));
            case 3 -> DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(200) - 100, random.nextInt(3)));
            case 4 -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 -> NODES.arrayNode().add(anything(depth + 3)).add(anything(depth + 3));
            default -> NODES.objectNode().set("any", anything(depth + 3));
        };
    }
}
