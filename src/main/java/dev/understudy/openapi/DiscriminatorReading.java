package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What names the variants of a brought schema: the mapping, the values that a variant itself allows for the property,
 * and, where there are none of these, the name of its schema, in small letters too.
 */
final class DiscriminatorReading {
    private static final int DEEPEST = 20;

    private final JsonNode root;
    private final boolean letter;

    /** @param letter whether a schema's name counts only as it is written */
    DiscriminatorReading(JsonNode root, boolean letter) {
        this.root = root;
        this.letter = letter;
    }

    /** Writes all names into the mapping; a discriminator that decides nothing is taken away. */
    void complete(ObjectNode schema) {
        JsonNode discriminator = schema.path("discriminator");
        if (discriminator.isMissingNode()) {
            return;
        }
        JsonNode branches = schema.path(schema.has("oneOf") ? "oneOf" : "anyOf");
        if (!decides(schema, discriminator, branches)) {
            schema.remove("discriminator");
            return;
        }
        String property = discriminator.path("propertyName").textValue();
        ObjectNode mapping = schema.objectNode();
        for (Map.Entry<String, JsonNode> mapped : discriminator.path("mapping").properties()) {
            mapping.put(mapped.getKey(), Discriminator.reference(mapped.getValue()));
        }
        for (JsonNode branch : branches) {
            String reference = branch.path("$ref").textValue();
            boolean mapped = mapping.properties().stream()
                    .anyMatch(entry -> entry.getValue().asText().equals(reference));
            Set<String> names = values(target(reference), property, 0);
            if (names.isEmpty() && !mapped) {
                names.addAll(spellings(Pointers.last(reference)));
            }
            names.stream().filter(name -> !mapping.has(name)).forEach(name -> mapping.put(name, reference));
        }
        ObjectNode complete = discriminator.deepCopy();
        complete.set("mapping", mapping);
        if (complete.has("defaultMapping")) {
            String fallback = Discriminator.reference(complete.path("defaultMapping"));
            complete.put("defaultMapping", fallback);
            boolean variant = false;
            for (JsonNode branch : branches) {
                variant |= branch.path("$ref").asText().equals(fallback);
            }
            complete = variant ? complete : complete.without("defaultMapping");
        }
        schema.set("discriminator", complete);
    }

    private static boolean decides(JsonNode schema, JsonNode discriminator, JsonNode branches) {
        boolean both = schema.has("oneOf") && schema.has("anyOf");
        boolean right = discriminator.path("propertyName").isTextual() && branches.isArray() && !branches.isEmpty();
        if (both || !right) {
            return false;
        }
        for (JsonNode branch : branches) {
            if (!branch.path("$ref").asText().startsWith("#/")) {
                return false;
            }
        }
        return true;
    }

    private JsonNode target(String reference) {
        return root.at(Fragments.decoded(reference.substring(1)));
    }

    /** The values that a variant allows for the property. */
    private Set<String> values(JsonNode schema, String property, int depth) {
        var values = new LinkedHashSet<String>();
        if (depth > DEEPEST) {
            return values;
        }
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/")) {
            return values(target(reference), property, depth + 1);
        }
        JsonNode own = schema.path("properties").path(property);
        String elsewhere = own.path("$ref").asText();
        JsonNode resolved = elsewhere.startsWith("#/") ? target(elsewhere) : own;
        if (resolved.path("const").isTextual()) {
            values.add(resolved.path("const").textValue());
        }
        for (JsonNode value : resolved.path("enum")) {
            values.add(value.asText());
        }
        for (JsonNode part : schema.path("allOf")) {
            if (values.isEmpty()) {
                values.addAll(values(part, property, depth + 1));
            }
        }
        return values;
    }

    private Set<String> spellings(String name) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        if (!letter && !name.isEmpty()) {
            names.add(name.toLowerCase(Locale.ROOT));
            names.add(name.toUpperCase(Locale.ROOT));
            names.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
        return names;
    }
}
