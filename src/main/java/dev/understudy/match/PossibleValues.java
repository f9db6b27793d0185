package dev.understudy.match;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.schema.SchemaCheck;
import java.util.List;
import java.util.Optional;

/**
 * What the value that a condition is about may be in calls that keep the contract, as far as that can be told.
 *
 * @param name of the parameter as the contract defines it; empty for a body
 * @param always whether each of these calls has it
 * @param kinds one for each media type
 */
record PossibleValues(String name, boolean always, List<ReachableSchema> kinds) {
    /** What is at a pointer in it; a fault if there is never anything. */
    PossibleValues at(String pointer, String place, Faults faults) {
        if (pointer.isEmpty()) {
            return this;
        }
        List<ReachableSchema> inside = kinds.stream()
                .map(kind -> kind instanceof ReachableSchema.Of of ? ReachableSchema.at(of.schema(), pointer) : kind)
                .collect(toList());
        if (!inside.isEmpty() && inside.stream().allMatch(ReachableSchema.Never.class::isInstance)) {
            ReachableSchema.Never never = (ReachableSchema.Never) inside.get(0);
            faults.add(place, "pointer", never.expected(), MessageText.text(pointer), never.nearest());
            return new PossibleValues(name, false, List.of(ReachableSchema.ANY));
        }
        boolean everywhere = inside.stream().allMatch(kind -> kind instanceof ReachableSchema.Of of && of.always());
        return new PossibleValues(name, always && everywhere, inside);
    }

    /** A fault for each reason why it is never this value. */
    void judge(JsonNode value, String place, Faults faults) {
        List<Violation> first = List.of();
        for (ReachableSchema kind : kinds) {
            List<Violation> broken =
                    kind instanceof ReachableSchema.Of of ? of.schema().violations(Place.BODY, "", value) : List.of();
            if (broken.isEmpty() && !(kind instanceof ReachableSchema.Never)) {
                return;
            }
            first = first.isEmpty() ? broken : first;
        }
        first.forEach(each ->
                faults.add(place + each.pointer(), each.keyword(), each.expected(), each.got(), each.suggestion()));
    }

    /** A fault if no value keeps this schema too, which types, constants and enums tell. */
    void judge(SchemaCheck asked, String place, Faults faults) {
        if (ReachableSchema.Together.of(asked).isNever()) {
            faults.add(place, "schema", Expected.be("a schema that some value keeps"), "false", null);
            return;
        }
        for (ReachableSchema kind : kinds) {
            Optional<Expected> never =
                    kind instanceof ReachableSchema.Of of ? never(of.schema(), asked) : Optional.empty();
            if (never.isEmpty() && !(kind instanceof ReachableSchema.Never)) {
                return;
            } else if (never.isPresent() && kind == kinds.get(kinds.size() - 1)) {
                faults.add(place, "schema", never.get(), "one that it never keeps", null);
            }
        }
    }

    private static Optional<Expected> never(SchemaCheck declared, SchemaCheck asked) {
        ReachableSchema.Together contract = ReachableSchema.Together.of(declared);
        List<String> types = contract.types();
        ReachableSchema.Together asks = ReachableSchema.Together.of(asked);
        List<String> wanted = asks.types();
        if (!types.isEmpty()
                && !wanted.isEmpty()
                && wanted.stream().noneMatch(contract::mayBe)
                && !numbers(types, wanted)) {
            return Optional.of(Expected.be("a schema of the type " + MessageText.or(types)));
        }
        List<JsonNode> values = contract.values();
        List<JsonNode> named = asks.values();
        if (!values.isEmpty() && values.stream().noneMatch(value -> keeps(value, asked))) {
            return Optional.of(Expected.to("admit "
                    + MessageText.or(values.stream().map(MessageText::value).collect(toList()))));
        } else if (!named.isEmpty() && named.stream().noneMatch(value -> keeps(value, declared))) {
            return Optional.of(
                    types.isEmpty()
                            ? Expected.to("admit a value that the contract admits")
                            : Expected.to("admit a value of the contract, which is " + MessageText.or(types)));
        }
        return Optional.empty();
    }

    private static boolean keeps(JsonNode value, SchemaCheck schema) {
        return schema.violations(Place.BODY, "", value).isEmpty();
    }

    private static boolean numbers(List<String> types, List<String> wanted) {
        return types.contains("integer") && wanted.contains("number");
    }
}
