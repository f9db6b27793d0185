package dev.understudy.match;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the value that a condition is about may be in calls that keep the contract, as far as that can be told.
 *
 * @param name of the parameter as the contract has it; empty for a body
 * @param kinds one for each media type
 */
record Possible(String name, List<Reach> kinds) {
    /** What is at a pointer in it; a fault if there is never anything. */
    Possible at(String pointer, String place, Faults faults) {
        List<Reach> inside = kinds.stream()
                .map(kind -> kind instanceof Reach.Of of ? inside(of, pointer) : kind)
                .collect(toList());
        if (!inside.isEmpty() && inside.stream().allMatch(Reach.Never.class::isInstance)) {
            Reach.Never never = (Reach.Never) inside.get(0);
            faults.add(place, "pointer", never.expected(), Shown.text(pointer), never.nearest());
            return new Possible(name, List.of(Reach.ANY));
        }
        return new Possible(name, inside);
    }

    private static Reach inside(Reach.Of of, String pointer) {
        Reach found = Reach.at(of.schema(), pointer);
        return found instanceof Reach.Of there ? new Reach.Of(there.schema(), of.always() && there.always()) : found;
    }

    /** Whether every call has it. */
    boolean isAlwaysThere() {
        return kinds.stream().allMatch(kind -> kind instanceof Reach.Of of && of.always());
    }

    /** A fault for each reason why it is never this value. */
    void judge(JsonNode value, String place, Faults faults) {
        List<Violation> first = List.of();
        for (Reach kind : kinds) {
            List<Violation> broken =
                    kind instanceof Reach.Of of ? of.schema().violations(Place.BODY, "", value) : List.of();
            if (broken.isEmpty() && !(kind instanceof Reach.Never)) {
                return;
            }
            first = first.isEmpty() ? broken : first;
        }
        first.forEach(each ->
                faults.add(place + each.pointer(), each.keyword(), each.expected(), each.got(), each.suggestion()));
    }

    /** A fault if no value keeps this schema too, which types, constants and enums tell. */
    void judge(SchemaCheck asked, String place, Faults faults) {
        for (Reach kind : kinds) {
            Optional<Expected> never = kind instanceof Reach.Of of ? never(of.schema(), asked) : Optional.empty();
            if (never.isEmpty() && !(kind instanceof Reach.Never)) {
                return;
            } else if (never.isPresent() && kind == kinds.get(kinds.size() - 1)) {
                faults.add(place, "schema", never.get(), "one that it never keeps", null);
            }
        }
    }

    private static Optional<Expected> never(SchemaCheck declared, SchemaCheck asked) {
        Reach.Together contract = Reach.Together.of(declared);
        List<String> types = contract.types();
        List<String> wanted = Reach.Together.of(asked).types();
        if (!types.isEmpty()
                && !wanted.isEmpty()
                && wanted.stream().noneMatch(contract::mayBe)
                && !numbers(types, wanted)) {
            return Optional.of(Expected.be("a schema of the type " + Shown.or(types)));
        }
        var values = new ArrayList<JsonNode>();
        contract.parts().forEach(part -> part.schema().path("enum").forEach(values::add));
        boolean some = values.isEmpty()
                || values.stream().anyMatch(value -> asked.violations(Place.BODY, "", value)
                        .isEmpty());
        return some
                ? Optional.empty()
                : Optional.of(Expected.to(
                        "admit " + Shown.or(values.stream().map(Shown::value).collect(toList()))));
    }

    private static boolean numbers(List<String> types, List<String> wanted) {
        return types.contains("integer") && wanted.contains("number");
    }
}
