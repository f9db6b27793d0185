package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.Members.Member;
import dev.understudy.openapi.Discriminator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All schemas that one value must keep at once, side by side: what was demanded, where its references lead, what is in
 * {@code allOf}, and one branch of each choice.
 */
final class Shape {
    private static final Pattern COMPONENT = Pattern.compile("/components/schemas/[^/]+");

    private final Schemas schemas;
    private final Choices choices;
    private final List<String> demanded;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    final List<Atom> atoms = new ArrayList<>();

    /** Schemas that the value must break. */
    final List<String> broken = new ArrayList<>();

    /** Branches of {@code oneOf} that were not chosen. */
    final List<String> others = new ArrayList<>();

    /** What properties say that tell which variant this is. */
    final Map<String, String> names = new LinkedHashMap<>();

    /** The most branches of a choice that was made; 0 if there was none. */
    int branches;

    /** Where a schema is that admits nothing. */
    @Nullable
    String refusing;

    /**
     * One of the schemas.
     *
     * @param whole whether it means the value as a whole, and is no part in {@code allOf}: its examples are complete
     */
    record Atom(String pointer, JsonNode schema, boolean whole) {}

    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private volatile @Nullable List<String> allowed;
    private volatile @Nullable Set<String> told;

    Shape(Schemas schemas, Choices choices, List<String> demanded) {
        this.schemas = schemas;
        this.choices = choices;
        this.demanded = demanded;
        demanded.forEach(pointer -> add(pointer, true));
    }

    /** With further schemas. */
    Shape with(Collection<String> more, Choices now) {
        var pointers = new ArrayList<>(demanded);
        pointers.addAll(more);
        return new Shape(schemas, now, pointers);
    }

    private void add(String pointer, boolean whole) {
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
            Discriminator.of(schema).ifPresent(discriminator -> name(pointer, schema, discriminator));
        }
    }

    private void choose(String pointer, JsonNode schema, String keyword, boolean whole) {
        int count = schema.path(keyword).size();
        if (count == 0) {
            return;
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(Pointers.child(Pointers.child(pointer, keyword), i));
        }
        int chosen = choices.of(pointer, all, types);
        branches = Math.max(branches, count);
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
        if (!schema.has("if") || !schema.has("then") && !schema.has("else")) {
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
        String follows = holds ? "then" : "else";
        if (schema.has(follows)) {
            add(Pointers.child(pointer, follows), false);
        }
    }

    /** A schema whose variants name it in {@code allOf}: the first named schema that was met is the variant. */
    private void name(String pointer, JsonNode schema, Discriminator discriminator) {
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

    /** Those that have this keyword. */
    List<Atom> with(String keyword) {
        return atoms.stream().filter(atom -> atom.schema().has(keyword)).toList();
    }

    /** The values of a keyword. */
    List<JsonNode> all(String keyword) {
        var all = new ArrayList<JsonNode>();
        for (Atom atom : atoms) {
            JsonNode value = atom.schema().get(keyword);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    /** The greatest value of a keyword that is a count. */
    int greatest(String keyword, int otherwise) {
        return all(keyword).stream().mapToInt(JsonNode::asInt).max().orElse(otherwise);
    }

    /** The least value of a keyword that is a count. */
    int least(String keyword, int otherwise) {
        return all(keyword).stream().mapToInt(JsonNode::asInt).min().orElse(otherwise);
    }

    /** The names in a list of names. */
    Set<String> required() {
        var required = new LinkedHashSet<String>();
        for (JsonNode list : all("required")) {
            list.forEach(name -> required.add(name.asText()));
        }
        return required;
    }

    /** The types that the value may have, the likely ones first; empty if the schemas contradict each other. */
    List<String> types() {
        List<String> known = allowed;
        if (known == null) {
            known = Types.of(this);
            allowed = known;
        }
        return known;
    }

    /** The names that schemas tell, in the order of the document. */
    Set<String> told() {
        Set<String> known = told;
        if (known == null) {
            known = new Members(schemas, this).names();
            told = known;
        }
        return known;
    }

    /** What the schemas say of the property with this name. */
    Member member(String name) {
        Member known = members.get(name);
        if (known == null) {
            known = new Members(schemas, this).member(name);
            if (told().contains(name)) {
                members.put(name, known);
            }
        }
        return known;
    }

    /** Whether a choice was made, so that another attempt may bring another shape. */
    boolean isChosen() {
        return branches > 0;
    }
}
