package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI document for generators that cannot tell variants apart: each {@code oneOf} or {@code anyOf} between
 * objects with properties is one object that has the properties of all of them, and requires what all of them require.
 * A choice between other values stays as it is. Where no variant lets further properties pass, every value that the
 * document allows is allowed in this form.
 */
final class FlatForm {
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    private final JsonNode document;

    private FlatForm(JsonNode document) {
        this.document = document;
    }

    /** The document with each such choice made one object; variants that nothing names any more are left out. */
    static JsonNode of(JsonNode document) {
        JsonNode flat = document.deepCopy();
        new FlatForm(document).flatten(flat);
        Set<String> unused = new SchemaUses(document).shown();
        unused.removeAll(new SchemaUses(flat).shown());
        if (flat.at("/components/schemas") instanceof ObjectNode schemas) {
            schemas.remove(unused);
        }
        return flat;
    }

    private void flatten(JsonNode value) {
        for (String keyword : CHOICES) {
            if (value instanceof ObjectNode schema && schema.path(keyword).isArray()) {
                variants(schema.path(keyword)).ifPresent(variants -> flatten(schema, keyword, variants));
            }
        }
        value.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("example"))
                .forEach(entry -> flatten(entry.getValue()));
        if (value.isArray()) {
            value.forEach(this::flatten);
        }
    }

    /** The variants where they stand; empty if one of them is not just an object with properties. */
    private Optional<List<JsonNode>> variants(JsonNode choice) {
        var variants = new ArrayList<JsonNode>();
        for (JsonNode branch : choice) {
            JsonNode variant = resolved(branch);
            boolean composed = variant.has("allOf") || CHOICES.stream().anyMatch(variant::has);
            if (composed || !variant.path("properties").isObject()) {
                return Optional.empty();
            }
            variants.add(variant);
        }
        return variants.isEmpty() ? Optional.empty() : Optional.of(variants);
    }

    private void flatten(ObjectNode schema, String keyword, List<JsonNode> variants) {
        schema.remove(List.of(keyword, "discriminator"));
        schema.put("type", "object");
        if (variants.stream().anyMatch(variant -> variant.path("nullable").asBoolean())) {
            schema.put("nullable", true);
        }
        if (variants.stream()
                .allMatch(variant -> variant.path("additionalProperties").equals(no()))) {
            schema.set("additionalProperties", no());
        }
        var properties = new LinkedHashMap<String, JsonNode>();
        Set<String> required = words(variants.get(0).path("required"));
        for (JsonNode variant : variants) {
            variant.path("properties")
                    .properties()
                    .forEach(entry ->
                            properties.merge(entry.getKey(), entry.getValue().deepCopy(), this::either));
            required.retainAll(words(variant.path("required")));
        }
        required.addAll(words(schema.path("required")));
        schema.remove("required");
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        schema.withObjectProperty("properties").setAll(properties);
    }

    private JsonNode either(JsonNode one, JsonNode other) {
        return EitherSchema.sameButForNotes(one, other) ? one : EitherSchema.of(resolved(one), resolved(other));
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode here = schema;
        while (here.path("$ref").isTextual()) {
            here = document.at(here.path("$ref").textValue().substring(1));
        }
        return here;
    }

    private static Set<String> words(JsonNode values) {
        var words = new LinkedHashSet<String>();
        StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).forEach(words::add);
        return words;
    }

    private static JsonNode no() {
        return JsonNodeFactory.instance.booleanNode(false);
    }
}
