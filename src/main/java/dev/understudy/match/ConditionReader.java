package dev.understudy.match;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one condition of a pattern. */
final class ConditionReader {
    private static final List<String> PLACES = List.of("path", "query", "header", "cookie", "body");
    private static final List<String> DEMANDS = List.of("equals", "oneOf", "schema", "present");
    private static final List<String> KEYS = List.of("in", "name", "pointer", "equals", "oneOf", "schema", "present");

    private final CallPatterns.Called called;
    private final String at;
    private final Faults faults;

    ConditionReader(CallPatterns.Called called, String at, Faults faults) {
        this.called = called;
        this.at = at;
        this.faults = faults;
    }

    Optional<Condition> read(JsonNode value) {
        if (!value.isObject()) {
            faults.add(at, "type", Expected.be("an object that says what an argument must be"), value);
            return Optional.empty();
        }
        value.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                faults.unknown(at, key, KEYS, Spelling.nearest(key, KEYS).orElse(null));
            }
        });
        JsonNode in = value.path("in");
        if (!PLACES.contains(in.asText())) {
            faults.add(
                    at + "/in",
                    "enum",
                    Expected.oneOf(PLACES),
                    CallPlace.shown(in),
                    Spelling.nearest(in.asText(), PLACES).orElse(null));
            return Optional.empty();
        }
        Place place = Place.valueOf(in.asText().toUpperCase(Locale.ROOT));
        Optional<PossibleValues> whole = place == Place.BODY ? body(value) : parameter(place, value);
        Optional<JsonPointer> pointer = pointer(value.path("pointer"));
        if (whole.isEmpty() || pointer.isEmpty()) {
            return Optional.empty();
        }
        PossibleValues possible = whole.get().at(pointer.get().toString(), at + "/pointer", faults);
        return demand(value, possible)
                .map(demand -> new Condition(place, whole.get().name(), pointer.get(), demand));
    }

    private Optional<PossibleValues> body(JsonNode value) {
        if (value.has("name")) {
            faults.add(at + "/name", "name", Expected.be("left out: a body has no name"), value.path("name"));
            return Optional.empty();
        }
        List<Content> contents = called.operation().takes();
        if (contents.isEmpty()) {
            Expected expected =
                    Expected.be("another place: " + called.operation().operationId() + " takes no body");
            faults.add(at + "/in", "body", expected, value.path("in"));
            return Optional.empty();
        }
        boolean any = contents.stream().anyMatch(content -> content.stream() != null || content.check() == null);
        List<ReachableSchema> schemas = contents.stream()
                .map(Content::check)
                .map(check -> check == null ? ReachableSchema.ANY : new ReachableSchema.Of(check, true))
                .collect(toList());
        return Optional.of(
                new PossibleValues("", called.operation().needsBody(), any ? List.of(ReachableSchema.ANY) : schemas));
    }

    private Optional<PossibleValues> parameter(Place place, JsonNode value) {
        JsonNode name = value.path("name");
        if (!name.isTextual()) {
            faults.add(at + "/name", "required", Expected.be("the name of a parameter"), name);
            return Optional.empty();
        }
        List<Operation.Input> inputs = called.operation().inputs();
        Optional<Operation.Input> found = inputs.stream()
                .filter(input -> input.place() == place && isNamed(input, name.textValue()))
                .findFirst();
        if (found.isEmpty()) {
            unknown(place, name, inputs);
            return Optional.empty();
        }
        Operation.Input input = found.get();
        ReachableSchema reach = input.schema().isEmpty()
                ? ReachableSchema.ANY
                : new ReachableSchema.Of(input.listed() ? list(input) : at(input.schema()), true);
        return Optional.of(new PossibleValues(input.name(), called.operation().always(input), List.of(reach)));
    }

    private SchemaCheck at(String schema) {
        return called.contract().schemas().at(schema);
    }

    private SchemaCheck list(Operation.Input input) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
        ObjectNode whole = list.deepCopy().set("items", called.contract().schema(input.schema()));
        // What the items refer to is not here, and a built-in contract has formats of its own.
        return PatternSchema.read(whole, "", new Faults())
                .or(() -> PatternSchema.read(list, "", new Faults()))
                .orElseThrow();
    }

    private static boolean isNamed(Operation.Input input, String name) {
        return input.place() == Place.HEADER
                ? input.name().equalsIgnoreCase(name)
                : input.name().equals(name);
    }

    private void unknown(Place place, JsonNode name, List<Operation.Input> inputs) {
        String operation = called.operation().operationId();
        List<String> here = inputs.stream()
                .filter(input -> input.place() == place)
                .map(Operation.Input::name)
                .collect(toList());
        Optional<Operation.Input> elsewhere = inputs.stream()
                .filter(input -> isNamed(input, name.textValue()))
                .findFirst();
        if (elsewhere.isPresent()) {
            String word = elsewhere.get().place().word();
            faults.add(
                    at + "/in",
                    "place",
                    Expected.be(word + ", where " + operation + " has " + name),
                    place.word(),
                    null);
            return;
        }
        String none = "a parameter of " + operation + ", which has none in the " + place.word();
        faults.add(
                at + "/name",
                "name",
                here.isEmpty() ? Expected.be(none) : Expected.oneOf(here),
                CallPlace.shown(name),
                Spelling.nearest(name.textValue(), here).orElse(null));
    }

    private Optional<JsonPointer> pointer(JsonNode pointer) {
        if (pointer.isMissingNode()) {
            return Optional.of(JsonPointer.empty());
        } else if (!pointer.isTextual() || !Pointers.isPointer(pointer.textValue())) {
            faults.add(
                    at + "/pointer", "pointer", Expected.be("a JSON pointer (RFC 6901), such as /items/0/id"), pointer);
            return Optional.empty();
        }
        return Optional.of(JsonPointer.compile(pointer.textValue()));
    }

    private Optional<ValueTest> demand(JsonNode value, PossibleValues possible) {
        List<String> given = DEMANDS.stream().filter(value::has).collect(toList());
        if (given.size() != 1) {
            String got = given.isEmpty() ? "none" : String.join(" and ", given);
            faults.add(at, "oneOf", Expected.to("have one of " + String.join(", ", DEMANDS), DEMANDS), got, null);
            return Optional.empty();
        }
        String word = given.get(0);
        JsonNode asked = value.path(word);
        String place = at + "/" + word;
        switch (word) {
            case "equals":
                possible.judge(asked, place, faults);
                return Optional.of(new ValueTest.Equal(asked));
            case "oneOf":
                return options(asked, place, possible);
            case "schema":
                Optional<SchemaCheck> schema = PatternSchema.read(asked, place, faults);
                schema.ifPresent(check -> possible.judge(check, place, faults));
                return schema.map(ValueTest.Keeps::new);
            default:
                return present(asked, place, possible);
        }
    }

    private Optional<ValueTest> options(JsonNode asked, String place, PossibleValues possible) {
        if (!asked.isArray() || asked.isEmpty()) {
            faults.add(place, "type", Expected.be("a list of values"), asked);
            return Optional.empty();
        }
        for (int i = 0; i < asked.size(); i++) {
            possible.judge(asked.get(i), place + "/" + i, faults);
        }
        return Optional.of(new ValueTest.OneOf(toValues(asked)));
    }

    private static List<JsonNode> toValues(JsonNode array) {
        var values = new ArrayList<JsonNode>();
        array.forEach(values::add);
        return values;
    }

    private Optional<ValueTest> present(JsonNode asked, String place, PossibleValues possible) {
        if (!asked.isBoolean()) {
            faults.add(place, "type", Expected.be("true or false"), asked);
            return Optional.empty();
        } else if (!asked.booleanValue() && possible.always()) {
            faults.add(place, "present", Expected.be("true: no call that keeps the contract leaves it out"), asked);
        }
        return Optional.of(new ValueTest.Present(asked.booleanValue()));
    }
}
