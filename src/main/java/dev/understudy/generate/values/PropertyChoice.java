package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Pointers;
import dev.understudy.generate.values.Members.Member;
import dev.understudy.generate.values.Shape.Atom;
import dev.understudy.generate.values.ValueGeneration.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which properties an object has, of those that its schemas tell. */
record PropertyChoice(ValueGeneration generation, Place place, Mode mode, int attempt) {
    /** With less than that left, properties that hold others are left out if they may. */
    static final int LEAST_BUDGET = 6;

    /** Until then all properties are there that may be. */
    private static final int ALL = 8;

    /** Those that must be there. */
    static Set<String> required(Shape shape) {
        Set<String> required = shape.required();
        required.removeIf(name -> shape.member(name).leftOut());
        return required;
    }

    /** Those that are there; what they require is added to what must be there. */
    Map<String, Member> of(Shape shape, Members members, Set<String> required, Avoided avoided) {
        int most = shape.least("maxProperties", Integer.MAX_VALUE);
        var chosen = new LinkedHashMap<String, Member>();
        ValueConstraints ofNames = members.ofNames();
        int optional = Math.max(0, most - required.size());
        for (String name : shape.declared()) {
            Member member = shape.member(name);
            boolean wanted = required.contains(name);
            if (!wanted && optional > 0 && isWelcome(name, member, ofNames, avoided)) {
                optional--;
                wanted = true;
            }
            if (wanted) {
                chosen.put(name, member);
            }
        }
        boolean more = true;
        while (more) {
            more = dependencies(shape, chosen, required);
        }
        return chosen;
    }

    private boolean isWelcome(String name, Member member, ValueConstraints ofNames, Avoided avoided) {
        if (mode == Mode.LEAN || generation.hasEnough() || member.refused() || member.leftOut()) {
            return false;
        }
        boolean small = place.budget() >= LEAST_BUDGET || !member.holding();
        // With every attempt after the first ones, other properties are left out.
        boolean luck = attempt < ALL
                || place.chance(generation.seed(), attempt * 100 + name.length())
                        .percent(60);
        return small
                && luck
                && !avoided.names().contains(name)
                && !generation.isOpen(member.constraints())
                && generation.schemas().accept(ofNames, TextNode.valueOf(name));
    }

    /** Adds what properties ask for that are there; false if that was nothing new. */
    private boolean dependencies(Shape shape, Map<String, Member> chosen, Set<String> required) {
        boolean more = false;
        for (JsonNode dependencies : shape.all("dependentRequired")) {
            for (Map.Entry<String, JsonNode> entry : dependencies.properties()) {
                for (JsonNode name : chosen.containsKey(entry.getKey()) ? entry.getValue() : List.<JsonNode>of()) {
                    required.add(name.asText());
                    more |= chosen.putIfAbsent(name.asText(), shape.member(name.asText())) == null;
                }
            }
        }
        return more;
    }

    /** The schemas that properties bring with them. */
    static List<String> brought(Shape shape, Map<String, Member> chosen) {
        var brought = new ArrayList<String>();
        for (Atom atom : shape.with("dependentSchemas")) {
            String dependent = Pointers.child(atom.pointer(), "dependentSchemas");
            for (Map.Entry<String, JsonNode> entry :
                    atom.schema().path("dependentSchemas").properties()) {
                if (chosen.containsKey(entry.getKey())) {
                    brought.add(Pointers.child(dependent, entry.getKey()));
                }
            }
        }
        return brought;
    }
}
