package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Discriminator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A value that fits none of a schema's variants, or more than one. Its discriminator says which variant was meant;
 * where there is none, the variant that the value breaks the least.
 */
record Choice(
        DocumentSchemas schemas, String schema, String broken, Place place, String name, String at, JsonNode value) {
    List<Violation> violations() {
        return Discriminator.of(schemas.schema(schema))
                .filter(discriminator -> value.isObject())
                .map(this::byDiscriminator)
                .orElseGet(this::byLikeness);
    }

    private List<Violation> byDiscriminator(Discriminator discriminator) {
        String pointer = Pointers.child(at, discriminator.property());
        JsonNode chosen = value.path(discriminator.property());
        boolean open = !discriminator.otherwise().isEmpty();
        if (chosen.isMissingNode() && !open) {
            return List.of(new Violation(place, name, pointer, "required", "be given", "missing"));
        }
        Map<String, String> variants = discriminator.variants();
        String variant = chosen.isTextual() ? variants.get(chosen.textValue()) : null;
        if (variant == null && open) {
            variant = discriminator.otherwise();
        }
        if (variant == null) {
            var names = List.copyOf(variants.keySet());
            Expected expected = Expected.be("one of " + String.join(", ", names), names);
            return List.of(new Violation(place, name, pointer, "discriminator", expected, MessageText.value(chosen))
                    .suggesting(expected.nearest(chosen)));
        }
        List<Violation> violations =
                schemas.at(schemas.target(variant).orElseThrow()).violations(place, name, at, value);
        return violations.isEmpty() ? List.of(ambiguous()) : violations;
    }

    private List<Violation> byLikeness() {
        var attempts = new ArrayList<List<Violation>>();
        for (int i = 0; i < branches().size(); i++) {
            attempts.add(schemas.at(branch(i)).violations(place, name, at, value));
        }
        if (attempts.stream().anyMatch(List::isEmpty)) {
            return List.of(ambiguous());
        }
        if (attempts.stream().allMatch(this::isMistyped)) {
            List<String> types = attempts.stream()
                    .map(attempt -> attempt.get(0).expected().noun())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return List.of(new Violation(
                    place, name, at, "type", Expected.be(MessageText.or(types)), MessageText.value(value)));
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
                place, name, at, keyword(), "fit just one of " + String.join(", ", names), MessageText.value(value));
    }

    private String branch(int index) {
        String branch = Pointers.child(Pointers.child(schema, keyword()), index);
        // A discriminator that decides has put others in the place of its branches, which are references.
        return schemas.judged(branch).isMissingNode()
                ? schemas.target(branches().get(index).path("$ref").asText()).orElse(branch)
                : branch;
    }

    private JsonNode branches() {
        return schemas.schema(schema).path(keyword());
    }

    /** The keyword that lists the variants; the one that broke may have been added for the discriminator's sake. */
    private String keyword() {
        return schemas.schema(schema).has(broken) ? broken : "oneOf";
    }
}
