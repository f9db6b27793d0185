package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.Shape.Atom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the schemas of an object say about its properties, one by one. */
record Members(Schemas schemas, Shape shape) {
    /**
     * A property.
     *
     * @param constraints what its value must keep
     * @param refused whether one of the schemas lets no property of this name pass
     * @param leftOut whether it goes only the other way
     * @param holding whether its value may be an object or a list
     */
    record Member(ValueConstraints constraints, boolean refused, boolean leftOut, boolean holding) {}

    /** The names that schemas tell, in the order of the document. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (JsonNode properties : shape.all("properties")) {
            properties.fieldNames().forEachRemaining(names::add);
        }
        names.addAll(shape.required());
        return names;
    }

    Member member(String name) {
        var pointers = new ArrayList<String>();
        boolean refused = false;
        boolean evaluated = false;
        for (Atom atom : shape.atoms) {
            List<String> own = own(atom, name);
            evaluated |= !own.isEmpty() || atom.schema().has("additionalProperties");
            if (own.isEmpty() && atom.schema().has("additionalProperties")) {
                own = List.of(Pointers.child(atom.pointer(), "additionalProperties"));
            }
            for (String pointer : own) {
                refused |= isFalse(pointer);
                pointers.add(pointer);
            }
        }
        for (Atom atom : evaluated ? List.<Atom>of() : shape.with("unevaluatedProperties")) {
            String pointer = Pointers.child(atom.pointer(), "unevaluatedProperties");
            refused |= isFalse(pointer);
            pointers.add(pointer);
        }
        pointers.removeIf(pointer -> pointers.size() > 1 && schemas.at(pointer).isBoolean() && !isFalse(pointer));
        boolean leftOut = pointers.stream().anyMatch(schemas::isLeftOut);
        return new Member(
                new ValueConstraints(pointers, List.of()),
                refused,
                leftOut,
                pointers.stream().anyMatch(schemas::isHolding));
    }

    /** What is said of this name and not of all others. */
    private List<String> own(Atom atom, String name) {
        var own = new ArrayList<String>();
        if (atom.schema().path("properties").has(name)) {
            own.add(Pointers.child(Pointers.child(atom.pointer(), "properties"), name));
        }
        for (Map.Entry<String, JsonNode> entry :
                atom.schema().path("patternProperties").properties()) {
            if (schemas.matches(entry.getKey(), name)) {
                own.add(Pointers.child(Pointers.child(atom.pointer(), "patternProperties"), entry.getKey()));
            }
        }
        return own;
    }

    private boolean isFalse(String pointer) {
        JsonNode schema = schemas.at(pointer);
        return schema.isBoolean() && !schema.booleanValue();
    }

    /** The schemas that each name must keep. */
    ValueConstraints ofNames() {
        return new ValueConstraints(
                shape.with("propertyNames").stream()
                        .map(atom -> Pointers.child(atom.pointer(), "propertyNames"))
                        .toList(),
                List.of());
    }

    /** Whether no schema tells a name, but some say what properties of any name are: a map. */
    boolean isMap() {
        return shape.all("properties").isEmpty()
                && (!shape.all("patternProperties").isEmpty()
                        || shape.all("additionalProperties").stream().anyMatch(JsonNode::isObject));
    }
}
