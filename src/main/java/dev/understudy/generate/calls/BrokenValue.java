package dev.understudy.generate.calls;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A value that keeps its schema but for one place, at any depth. */
final class BrokenValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RandomCalls calls;
    private String pointer = "";

    BrokenValue(RandomCalls calls) {
        this.calls = calls;
    }

    /** The place, after a blank; empty if it is the whole value. */
    String pointer() {
        return pointer.isEmpty() ? "" : " " + pointer;
    }

    /** Such a value. */
    JsonNode in(JsonNode schema) {
        JsonNode whole = calls.value("body", schema);
        var spots = new ArrayList<Spot>();
        collect(whole, schema, "", spots);
        Spot spot = calls.pick(spots);
        pointer = spot.pointer();
        return replaced(whole, spot.pointer(), broken(spot));
    }

    /** A value inside, and what it has to be. */
    private record Spot(JsonNode value, JsonNode schema, String pointer) {}

    private void collect(JsonNode value, JsonNode reference, String at, List<Spot> spots) {
        JsonNode schema = variant(value, calls.resolved(reference));
        spots.add(new Spot(value, schema, at));
        value.fields()
                .forEachRemaining(field -> collect(
                        field.getValue(),
                        schema.path("properties").path(field.getKey()),
                        at + "/" + field.getKey(),
                        spots));
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), schema.path("items"), at + "/" + i, spots);
            }
        }
    }

    private JsonNode variant(JsonNode value, JsonNode schema) {
        JsonNode discriminator = schema.path("discriminator");
        if (discriminator.isMissingNode()) {
            return schema;
        }
        String name = value.path(discriminator.path("propertyName").textValue()).textValue();
        return calls.resolved(
                JSON.objectNode().set("$ref", discriminator.path("mapping").path(name)));
    }

    private JsonNode broken(Spot spot) {
        if (calls.random().nextInt(3) == 0) {
            return otherType(spot.schema().path("type").asText());
        }
        return switch (spot.schema().path("type").asText()) {
            case "object" -> object((ObjectNode) spot.value().deepCopy(), spot.schema());
            case "integer" -> integer(spot.schema());
            case "string" -> text(spot.value().textValue(), spot.schema());
            default -> otherType(spot.schema().path("type").asText());
        };
    }

    private JsonNode otherType(String type) {
        List<JsonNode> others = List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.numberNode(7),
                JSON.textNode("1"),
                JSON.arrayNode().add(1),
                JSON.objectNode().put("a", 1));
        return calls.pick(others.stream()
                .filter(other -> !type.equals(
                        switch (other.getNodeType()) {
                            case BOOLEAN -> "boolean";
                            case NUMBER -> "integer";
                            case STRING -> "string";
                            case ARRAY -> "array";
                            case OBJECT -> "object";
                            default -> "null";
                        }))
                .toList());
    }

    /** A key that nobody knows, or one that is needed taken away. */
    private JsonNode object(ObjectNode object, JsonNode schema) {
        List<String> required = RandomCalls.strings(schema.path("required"));
        if (calls.random().nextBoolean()) {
            String key = calls.pick(required);
            pointer += "/" + key;
            return object.without(key);
        }
        String known = calls.pick(required);
        String key = calls.pick(List.of("unknown_key", known.toUpperCase(Locale.ROOT), known + " ", "\u00e9"));
        pointer += "/" + key;
        return object.put(key, 1);
    }

    private JsonNode integer(JsonNode schema) {
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most = schema.path("maximum").decimalValue();
        return JSON.numberNode(calls.pick(List.of(
                least.subtract(BigDecimal.ONE),
                most.add(BigDecimal.ONE),
                least.add(new BigDecimal("0.5")),
                new BigDecimal("1e30"),
                new BigDecimal("-1"))));
    }

    private JsonNode text(String text, JsonNode schema) {
        var others = new ArrayList<String>();
        if (schema.has("enum")) {
            others.addAll(List.of(text.toUpperCase(Locale.ROOT), text + " ", "", "no such thing"));
        }
        if (schema.has("minLength")) {
            others.add("");
        }
        if (schema.has("maxLength")) {
            others.add("x".repeat(schema.path("maxLength").intValue() + 1));
        }
        if (schema.has("pattern")) {
            others.addAll(List.of("no such thing", text + "x", "2026-02-30", "2026-01-01T24:00:00Z", "\u00e9"));
        }
        return others.isEmpty() ? otherType("string") : JSON.textNode(calls.pick(others));
    }

    private static JsonNode replaced(JsonNode whole, String at, JsonNode by) {
        if (at.isEmpty()) {
            return by;
        }
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode parent = whole.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), by);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), by);
        }
        return whole;
    }
}
