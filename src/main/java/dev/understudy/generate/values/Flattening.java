package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.Shape.Atom;
import dev.understudy.openapi.Discriminator;
import dev.understudy.openapi.Lowering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays schemas side by side that are inside of each other, and makes the choices between their branches. */
final class Flattening {
    private static final Pattern COMPONENT = Pattern.compile("/components/schemas/[^/]+");

    final List<Atom> atoms = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    final List<String> others = new ArrayList<>();
    final Map<String, String> names = new LinkedHashMap<>();
    int branches;

    @Nullable
    String refusing;

    private final Schemas schemas;
    private final Choices choices;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    Flattening(Schemas schemas, Choices choices) {
        this.schemas = schemas;
        this.choices = choices;
    }

    /**
     * Adds a schema, unless it is there.
     *
     * @param whole whether it means the value as a whole, and is no part in {@code allOf}
     */
    void add(String pointer, boolean whole) {
        if (!seen.add(pointer)) {
            return;
        }
        JsonNode schema = schemas.at(pointer);
        if (schema.isBoolean() && !schema.booleanValue()) {
            refusing = pointer;
        }
        atoms.add(new Atom(pointer, schema, whole));
        schema.path("type").forEach(type -> types.add(type.asText()));
        if (schema.path("type").isTextual()) {
            types.add(schema.path("type").textValue());
        }
        if (schema.path("$ref").isTextual()) {
            add(Schemas.pointer(schema.path("$ref").textValue()), whole);
        }
        String parts = Pointers.child(pointer, "allOf");
        int count = schema.path("allOf").size();
        for (int i = 0; i < count; i++) {
            add(Pointers.child(parts, i), whole && count == 1);
        }
        choose(pointer, schema, "oneOf", whole);
        choose(pointer, schema, "anyOf", whole);
        decide(pointer, schema);
        if (schema.has("not")) {
            broken.add(Pointers.child(pointer, "not"));
        }
        if (schema.has("discriminator")) {
            Discriminator.of(schema).ifPresent(discriminator -> name(schema, discriminator));
        }
    }

    private void choose(String pointer, JsonNode schema, String keyword, boolean whole) {
        int count = schema.path(keyword).size();
        if (count == 0) {
            return;
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String branch = Pointers.child(Pointers.child(pointer, keyword), i);
            if (!schemas.at(branch).has(Lowering.NULL_BY_READING)) {
                all.add(branch);
            }
        }
        int chosen = all.size() == 1 ? 0 : choices.of(pointer, all, types);
        branches = all.size() == 1 ? branches : Math.max(branches, count);
        add(all.get(chosen), whole);
        String taken = all.remove(chosen);
        if (keyword.equals("oneOf")) {
            others.addAll(all);
        }
        Discriminator.of(schema)
                .ifPresent(discriminator -> discriminator.variants().forEach((name, reference) -> {
                    if (reference.equals(schemas.at(taken).path("$ref").asText())) {
                        names.putIfAbsent(discriminator.property(), name);
                    }
                }));
    }

    private void decide(String pointer, JsonNode schema) {
        boolean follows = schema.has("then") || schema.has("else");
        if (!schema.has("if") || !follows) {
            return;
        }
        String condition = Pointers.child(pointer, "if");
        branches = Math.max(branches, 2);
        boolean holds = choices.of(condition, List.of(condition, pointer), Set.of()) == 0;
        if (holds) {
            add(condition, false);
        } else {
            broken.add(condition);
        }
        String next = holds ? "then" : "else";
        if (schema.has(next)) {
            add(Pointers.child(pointer, next), false);
        }
    }

    /** A schema whose variants name it in {@code allOf}: the first named schema that was met is the variant. */
    private void name(JsonNode schema, Discriminator discriminator) {
        if (schema.has("oneOf") || schema.has("anyOf")) {
            return;
        }
        atoms.stream()
                .map(Atom::pointer)
                .filter(at -> COMPONENT.matcher(at).matches())
                .findFirst()
                .ifPresent(variant -> {
                    String name = Pointers.last(variant);
                    for (Map.Entry<String, String> mapped :
                            discriminator.variants().entrySet()) {
                        if (mapped.getValue().equals("#" + variant)) {
                            name = mapped.getKey();
                        }
                    }
                    names.putIfAbsent(discriminator.property(), name);
                });
    }
}
