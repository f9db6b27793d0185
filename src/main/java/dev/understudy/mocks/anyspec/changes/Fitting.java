package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts values of a request to the types that the record is shown with, such as a comma-separated text to a list;
 * what cannot be converted is left to the completion of the record. An empty text that only the request allows removes
 * a property.
 */
record Fitting(Task task, Completion completion) {
    private static final int ROUNDS = 3;

    /** Completes the record, and returns the violations that remain. */
    List<Violation> fit(ObjectNode record) {
        List<Violation> flaws = completion.complete(record);
        // A converted value may reveal violations inside it.
        for (int i = 0; i < ROUNDS && !flaws.isEmpty(); i++) {
            boolean fitted = false;
            for (Violation flaw : flaws) {
                fitted |= fit(record, flaw);
            }
            if (!fitted) {
                break;
            }
            flaws = completion.complete(record);
        }
        return flaws;
    }

    /** Fixes a violation in a property that the request declares; returns whether it could. */
    private boolean fit(ObjectNode record, Violation flaw) {
        List<String> way = way(record, flaw.pointer());
        if (way.isEmpty() || schema(task.schema(), way).isEmpty()) {
            return false;
        }
        JsonNode parent = record;
        for (String step : way.subList(0, way.size() - 1)) {
            parent = parent.path(step);
        }
        String last = way.get(way.size() - 1);
        JsonNode value = parent.path(last);
        boolean unset = value.isTextual() && value.textValue().isEmpty();
        if (!(parent instanceof ObjectNode object)
                || value.isMissingNode()
                || !(unset || flaw.keyword().equals("type"))) {
            return false;
        }
        object.remove(last);
        String schema = schema(task.collection().item(), way);
        candidates(value)
                .filter(each -> !schema.isEmpty() && task.contract().keeps(schema, each))
                .findFirst()
                .ifPresent(each -> object.set(last, each));
        return true;
    }

    /** The names that lead to a violation, or to the list that contains it. */
    private static List<String> way(JsonNode record, String pointer) {
        var way = new ArrayList<String>();
        JsonNode here = record;
        for (String step : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            if (here.isArray()) {
                break;
            }
            String name = Pointers.unescaped(step);
            way.add(name);
            here = here.path(name);
        }
        return way;
    }

    /** The place of the property's schema, following these names; empty if there is none. */
    private String schema(String whole, List<String> way) {
        String schema = whole;
        for (String step : way) {
            schema = task.collections().view(schema).properties().getOrDefault(step, "");
        }
        return schema;
    }

    private static Stream<JsonNode> candidates(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isContainerNode()) {
            return Stream.of(nodes.arrayNode().add(value));
        }
        ArrayNode parts = nodes.arrayNode();
        Stream.of(value.asText().split(",")).map(String::strip).forEach(parts::add);
        return Stream.of(
                TextNode.valueOf(value.asText()), parts, nodes.arrayNode().add(value));
    }
}
