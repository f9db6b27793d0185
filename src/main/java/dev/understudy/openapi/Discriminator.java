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
 */
public record Discriminator(String property, Map<String, String> variants) {
    private static final String SCHEMAS = "#/components/schemas/";

    /** The discriminator of a schema with {@code oneOf} or {@code anyOf}; empty if it has none. */
    public static Optional<Discriminator> of(JsonNode schema) {
        JsonNode discriminator = schema.path("discriminator");
        if (!discriminator.path("propertyName").isTextual()) {
            return Optional.empty();
        }
        var variants = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> mapped : discriminator.path("mapping").properties()) {
            String reference = mapped.getValue().asText();
            variants.put(mapped.getKey(), reference.startsWith("#") ? reference : SCHEMAS + reference);
        }
        for (JsonNode branch : schema.path(schema.has("oneOf") ? "oneOf" : "anyOf")) {
            String reference = branch.path("$ref").asText();
            if (!variants.containsValue(reference)) {
                variants.put(Pointers.last(reference), reference);
            }
        }
        return Optional.of(new Discriminator(discriminator.path("propertyName").textValue(), variants));
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
        if (needed) {
            condition.putArray("required").add(property);
        }
        ArrayNode names = condition.putObject("properties").putObject(property).putArray("enum");
        variants.forEach((name, reference) -> {
            if (reference.equals(branch.path("$ref").asText())) {
                names.add(name);
            }
        });
        return named;
    }
}
