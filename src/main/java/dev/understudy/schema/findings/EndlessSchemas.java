package dev.understudy.schema.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Schemas that no finite value can keep, as each value of theirs has to hold another (JSON Schema Core 2020-12, section
 * 9.4.1): a circle of references through required properties, the items of lists that must not be empty, or allOf. A
 * circle that a value can leave by another type, an empty list or another variant is lawful.
 */
final class EndlessSchemas {
    private final Document document;
    private final Map<String, JsonNode> targets = new HashMap<>();
    private final Set<String> finite = new HashSet<>();

    private EndlessSchemas(Document document) {
        this.document = document;
    }

    static void check(Document document, List<Part> schemas) {
        new EndlessSchemas(document).check(schemas);
    }

    private void check(List<Part> schemas) {
        for (Part schema : schemas) {
            schema.reference().ifPresent(reference -> document.target(reference)
                    .ifPresent(target -> targets.putIfAbsent(reference, target.value())));
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, JsonNode> target : targets.entrySet()) {
                if (!finite.contains(target.getKey()) && isFinite(target.getValue())) {
                    finite.add(target.getKey());
                    more = true;
                }
            }
        }
        for (String reference : targets.keySet()) {
            if (!finite.contains(reference)) {
                circle(reference).ifPresent(circle -> document.target(reference)
                        .ifPresent(target -> target.fault(
                                "endless-schema",
                                "no finite value can keep it: " + String.join(" needs ", circle),
                                "let one of them be left out, or be null")));
            }
        }
    }

    /** Whether a value can keep the schema, by what is known so far. */
    private boolean isFinite(JsonNode schema) {
        if (!schema.isObject()) {
            return true;
        }
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty() && targets.containsKey(reference) && !finite.contains(reference)) {
            return false;
        }
        for (JsonNode part : schema.path("allOf")) {
            if (!isFinite(part)) {
                return false;
            }
        }
        return isAnyFinite(schema.path("oneOf")) && isAnyFinite(schema.path("anyOf")) && isValueFinite(schema);
    }

    private boolean isAnyFinite(JsonNode branches) {
        for (JsonNode branch : branches) {
            if (isFinite(branch)) {
                return true;
            }
        }
        return branches.isEmpty();
    }

    private boolean isValueFinite(JsonNode schema) {
        boolean nullable = schema.path("nullable").asBoolean();
        return switch (nullable ? "" : schema.path("type").asText()) {
            case "object" -> neededOf(schema).stream().allMatch(this::isFinite);
            case "array" -> schema.path("minItems").asInt() < 1 || isFinite(schema.path("items"));
            default -> schema.has("type") || neededOf(schema).stream().allMatch(this::isFinite);
        };
    }

    private static List<JsonNode> neededOf(JsonNode schema) {
        var needed = new ArrayList<JsonNode>();
        for (JsonNode name : schema.path("required")) {
            needed.add(schema.path("properties").path(name.asText()));
        }
        return needed;
    }

    /** The names on a way from the reference back to itself; empty if it only leads to such a circle. */
    private Optional<List<String>> circle(String from) {
        var way = new ArrayList<String>();
        String here = from;
        while (!way.contains(name(here))) {
            way.add(name(here));
            Optional<String> next = next(targets.getOrDefault(here, MissingNode.getInstance()));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        way.add(name(here));
        return here.equals(from) ? Optional.of(way) : Optional.empty();
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The first endless schema that a value of this one has to hold. */
    private Optional<String> next(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (targets.containsKey(reference) && !finite.contains(reference)) {
            return Optional.of(reference);
        }
        var below = new ArrayList<JsonNode>();
        schema.path("allOf").forEach(below::add);
        schema.path("oneOf").forEach(below::add);
        schema.path("anyOf").forEach(below::add);
        below.addAll(neededOf(schema));
        below.add(schema.path("items"));
        return below.stream()
                .filter(each -> !isFinite(each))
                .map(this::next)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
