package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.schema.SchemaCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nulls that a client sends for what it has no value for, where the contract wants such a key to be left out. */
final class OptionalNulls {
    private static final String HINT = " (leave it out if there is no value)";

    private OptionalNulls() {}

    /** The same violations of a body; those about the null of a key that need not be given say that it can go. */
    static List<Violation> hinted(List<Violation> violations, JsonNode body, SchemaCheck check) {
        List<String> nulls = violations.stream()
                .filter(violation -> !violation.keyword().equals("additionalProperties"))
                .map(Violation::pointer)
                .filter(pointer -> isNullOfKey(body, pointer))
                .distinct()
                .toList();
        if (nulls.isEmpty()) {
            return violations;
        }
        JsonNode without = body.deepCopy();
        nulls.forEach(pointer -> ((ObjectNode) without.at(Pointers.parent(pointer))).remove(Pointers.last(pointer)));
        Set<String> needed = new HashSet<>();
        for (Violation violation : check.violations(Violation.Place.BODY, "", without)) {
            needed.add(violation.pointer());
        }
        return violations.stream()
                .map(violation -> nulls.contains(violation.pointer()) && !needed.contains(violation.pointer())
                        ? violation.expecting(hinted(violation.expected()))
                        : violation)
                .toList();
    }

    private static Expected hinted(Expected expected) {
        return new Expected(expected.text() + HINT, expected.noun(), expected.allowed());
    }

    private static boolean isNullOfKey(JsonNode body, String pointer) {
        return !pointer.isEmpty()
                && body.at(pointer).isNull()
                && body.at(Pointers.parent(pointer)).isObject();
    }
}
