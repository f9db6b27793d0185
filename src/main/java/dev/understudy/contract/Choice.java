package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that fits none of a schema's variants, or more than one. Its discriminator says which variant was meant;
 * where there is none, the variant that the value breaks the least.
 */
record Choice(SchemaBook book, String schema, String keyword, Place place, String name, String at, JsonNode value) {
    List<Violation> violations() {
        JsonNode chooser = book.schema(schema).path("discriminator").path("propertyName");
        return chooser.isTextual() && value.isObject() ? byDiscriminator(chooser.textValue()) : byLikeness();
    }

    private List<Violation> byDiscriminator(String property) {
        Map<String, String> variants = named();
        String pointer = Pointers.child(at, property);
        JsonNode chosen = value.path(property);
        if (chosen.isMissingNode()) {
            return List.of(new Violation(place, name, pointer, "required", "be given", "missing"));
        }
        String variant = chosen.isTextual() ? variants.get(chosen.textValue()) : null;
        if (variant == null) {
            String expected = "be one of " + String.join(", ", variants.keySet());
            return List.of(new Violation(place, name, pointer, "discriminator", expected, Shown.value(chosen)));
        }
        List<Violation> violations = book.at(variant).violations(place, name, at, value);
        return violations.isEmpty() ? List.of(ambiguous()) : violations;
    }

    /** The variants by the discriminator's values: as the mapping has them, or by the names of the schemas. */
    private Map<String, String> named() {
        var byName = new LinkedHashMap<String, String>();
        JsonNode mapping = book.schema(schema).path("discriminator").path("mapping");
        mapping.fields().forEachRemaining(entry -> {
            String reference = entry.getValue().asText();
            String whole = reference.startsWith("#") ? reference : "#/components/schemas/" + reference;
            book.target(whole).ifPresent(target -> byName.put(entry.getKey(), target));
        });
        for (JsonNode branch : branches()) {
            book.target(branch.path("$ref").asText())
                    .filter(target -> !byName.containsValue(target))
                    .ifPresent(target -> byName.put(Pointers.last(target), target));
        }
        return byName;
    }

    private List<Violation> byLikeness() {
        var attempts = new ArrayList<List<Violation>>();
        for (int i = 0; i < branches().size(); i++) {
            attempts.add(
                    book.at(Pointers.child(Pointers.child(schema, keyword), i)).violations(place, name, at, value));
        }
        if (attempts.stream().anyMatch(List::isEmpty)) {
            return List.of(ambiguous());
        }
        if (attempts.stream().allMatch(this::isMistyped)) {
            List<String> types = attempts.stream()
                    .map(attempt -> attempt.get(0).expected().replaceFirst("^be ", ""))
                    .distinct()
                    .toList();
            return List.of(new Violation(place, name, at, "type", "be " + Shown.or(types), Shown.value(value)));
        }
        // A variant of another type was surely not meant.
        return attempts.stream()
                .filter(attempt -> !isMistyped(attempt))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private boolean isMistyped(List<Violation> attempt) {
        return attempt.get(0).keyword().equals("type")
                && attempt.get(0).pointer().equals(at);
    }

    private Violation ambiguous() {
        var names = new ArrayList<String>();
        for (int i = 0; i < branches().size(); i++) {
            JsonNode branch = branches().get(i);
            names.add(branch.has("$ref") ? Pointers.last(branch.path("$ref").asText()) : "variant " + (i + 1));
        }
        return new Violation(
                place, name, at, keyword, "fit just one of " + String.join(", ", names), Shown.value(value));
    }

    private JsonNode branches() {
        return book.schema(schema).path(keyword);
    }
}
