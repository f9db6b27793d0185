package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The property that says which variant of a schema an object is.
 *
 * @param variants the references to the variants by the values that name them: those of the mapping, or the schemas'
 *     names
 * @param otherwise the reference to the variant of objects that name none (3.2); empty if there is none
 */
public record Discriminator(String property, Map<String, String> variants, String otherwise) {
    private static final String SCHEMAS = "#/components/schemas/";

    /** The discriminator of a schema with {@code oneOf} or {@code anyOf}; empty if it has none. */
    public static Optional<Discriminator> of(JsonNode schema) {
        JsonNode discriminator = schema.path("discriminator");
        if (!discriminator.path("propertyName").isTextual()) {
            return Optional.empty();
        }
        var variants = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> mapped : discriminator.path("mapping").properties()) {
            variants.put(mapped.getKey(), reference(mapped.getValue()));
        }
        for (JsonNode branch : schema.path(schema.has("oneOf") ? "oneOf" : "anyOf")) {
            String reference = branch.path("$ref").asText();
            if (!variants.containsValue(reference)) {
                variants.put(Pointers.last(reference), reference);
            }
        }
        JsonNode fallback = discriminator.path("defaultMapping");
        return Optional.of(new Discriminator(
                discriminator.path("propertyName").textValue(),
                variants,
                fallback.isTextual() ? reference(fallback) : ""));
    }

    /** A mapping has references, and bare names of schemas. */
    static String reference(JsonNode mapped) {
        return mapped.asText().startsWith("#") ? mapped.asText() : SCHEMAS + mapped.asText();
    }

    /**
     * Adds keywords by which the validator keeps the discriminator to the letter: an object must fit the variant that
     * it names. The validator's own reading of discriminators refuses values whose mapping is a bare name.
     */
    void spellOut(ObjectNode schema) {
        spellOut(schema, true);
    }

    /**
     * The same.
     *
     * @param needed whether an object without the property fits none
     */
    void spellOut(ObjectNode schema, boolean needed) {
        ArrayNode variants = JsonNodeFactory.instance.arrayNode();
        schema.path(schema.has("oneOf") ? "oneOf" : "anyOf").forEach(branch -> variants.add(named(branch, needed)));
        schema.remove("discriminator");
        schema.set("anyOf", variants);
        if (!needed) {
            schema.remove("oneOf");
        }
    }

    private ObjectNode named(JsonNode branch, boolean needed) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        ObjectNode condition = named.putArray("allOf").add(branch).addObject();
        String own = branch.path("$ref").asText();
        boolean rest = own.equals(otherwise);
        if (needed || !otherwise.isEmpty() && !rest) {
            condition.putArray("required").add(property);
        }
        ObjectNode names = condition.putObject("properties").putObject(property);
        ArrayNode listed = (rest ? names.putObject("not") : names).putArray("enum");
        variants.forEach((name, reference) -> {
            if (reference.equals(own) != rest) {
                listed.add(name);
            }
        });
        return named;
    }
}
