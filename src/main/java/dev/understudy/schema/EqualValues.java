package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values as they are compared (JSON Schema Core 2020-12, 4.2.2): numbers by what they are worth, at any depth. */
public final class EqualValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private EqualValues() {}

    /** Whether two values are equal. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other) || comparable(one).equals(comparable(other));
    }

    /** A value in the place of this one and of all that are equal to it: Java compares those as JSON Schema does. */
    static JsonNode comparable(JsonNode value) {
        if (value instanceof ValidatedValue known) {
            return comparable(known.value());
        } else if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
        } else if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.forEach(item -> array.add(comparable(item)));
            return array;
        } else if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.properties().forEach(entry -> object.set(entry.getKey(), comparable(entry.getValue())));
            return object;
        }
        return value;
    }
}
