package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.values.Members.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All schemas that one value must keep at once, side by side: what was demanded, where its references lead, what is in
 * {@code allOf}, and one branch of each choice.
 */
final class Shape {
    private final Schemas schemas;
    private final List<String> demanded;
    private final Map<String, List<JsonNode>> values = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private volatile @Nullable List<String> types;
    private volatile @Nullable Set<String> declared;

    final List<Atom> atoms;

    /** Schemas that the value must break. */
    final List<String> broken;

    /** Branches of {@code oneOf} that were not chosen. */
    final List<String> others;

    /** What properties say that tell which variant this is. */
    final Map<String, String> names;

    /** The most branches of a choice that was made; 0 if there was none. */
    final int branches;

    /** Where a schema is that admits nothing. */
    final @Nullable String refusing;

    /**
     * One of the schemas.
     *
     * @param whole whether it means the value as a whole, and is no part in {@code allOf}: its examples are complete
     */
    record Atom(String pointer, JsonNode schema, boolean whole) {}

    Shape(Schemas schemas, Choices choices, List<String> demanded) {
        this.schemas = schemas;
        this.demanded = demanded;
        var flat = new Flattening(schemas, choices);
        demanded.forEach(pointer -> flat.add(pointer, true));
        this.atoms = List.copyOf(flat.atoms);
        this.broken = List.copyOf(flat.broken);
        this.others = List.copyOf(flat.others);
        this.names = Map.copyOf(flat.names);
        this.branches = flat.branches;
        this.refusing = flat.refusing;
    }

    /** With further schemas. */
    Shape with(Collection<String> more, Choices now) {
        var pointers = new ArrayList<>(demanded);
        pointers.addAll(more);
        return new Shape(schemas, now, pointers);
    }

    /** Those that have this keyword. */
    List<Atom> with(String keyword) {
        return atoms.stream().filter(atom -> atom.schema().has(keyword)).toList();
    }

    /** The values of a keyword. */
    List<JsonNode> all(String keyword) {
        List<JsonNode> known = values.get(keyword);
        if (known == null) {
            known = atoms.stream()
                    .filter(atom -> atom.schema().has(keyword))
                    .map(atom -> atom.schema().get(keyword))
                    .toList();
            values.put(keyword, known);
        }
        return known;
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
        List<String> known = types;
        if (known == null) {
            known = Types.of(this);
            types = known;
        }
        return known;
    }

    /** The names that schemas declare, in the order of the document. */
    Set<String> declared() {
        Set<String> known = declared;
        if (known == null) {
            known = new Members(schemas, this).names();
            declared = known;
        }
        return known;
    }

    /** What the schemas say of the property with this name. */
    Member member(String name) {
        Member known = members.get(name);
        if (known == null) {
            known = new Members(schemas, this).member(name);
            if (declared().contains(name)) {
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
