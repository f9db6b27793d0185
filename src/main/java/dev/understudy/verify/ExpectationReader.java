package dev.understudy.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.match.CallPattern;
import dev.understudy.match.CallPatterns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads expectations as specs/control.yaml defines them. */
public final class ExpectationReader {
    private final Collection<Contract> contracts;
    private final List<Violation> faults = new ArrayList<>();

    private ExpectationReader(Collection<Contract> contracts) {
        this.contracts = contracts;
    }

    /** What was read. */
    public sealed interface Reading {
        /** Calls could meet it. */
        record Right(Expectation expectation) implements Reading {}

        /** No calls could, for these reasons. */
        record Wrong(List<Violation> faults) implements Reading {}
    }

    /**
     * The expectation in a value that keeps the schema {@code Expectation}.
     *
     * @param contracts that are served now
     */
    public static Reading read(JsonNode value, Collection<Contract> contracts) {
        var reader = new ExpectationReader(contracts);
        Optional<Expectation> read = value.has("inOrder") ? reader.order(value) : reader.count(value);
        return read.isPresent() && reader.faults.isEmpty()
                ? new Reading.Right(read.get())
                : new Reading.Wrong(List.copyOf(reader.faults));
    }

    private Optional<Expectation> order(JsonNode value) {
        for (String other : List.of("call", "exactly", "atLeast", "atMost")) {
            if (value.has(other)) {
                fault(
                        "/" + other,
                        Expected.be("left out beside inOrder"),
                        value.path(other).toString());
            }
        }
        var patterns = new ArrayList<CallPattern>();
        JsonNode all = value.path("inOrder");
        for (int i = 0; i < all.size(); i++) {
            pattern(all.get(i), "/inOrder/" + i).ifPresent(patterns::add);
        }
        return Optional.of(new Expectation.Order(patterns));
    }

    private Optional<Expectation> count(JsonNode value) {
        boolean exact = value.has("exactly");
        if (exact && (value.has("atLeast") || value.has("atMost"))) {
            fault(
                    "/exactly",
                    Expected.be("left out beside atLeast and atMost"),
                    value.path("exactly").toString());
        }
        long most =
                exact ? value.path("exactly").longValue() : value.path("atMost").asLong(Long.MAX_VALUE);
        long least = exact ? most : value.path("atLeast").asLong(value.has("atMost") ? 0 : 1);
        if (least > most) {
            fault("/atLeast", Expected.be("at most " + most + ", as atMost says"), Long.toString(least));
        }
        if (!value.has("call")) {
            fault("/call", Expected.be("given, or inOrder in its place"), "missing");
            return Optional.empty();
        }
        return pattern(value.path("call"), "/call").map(call -> new Expectation.Count(call, least, most));
    }

    private Optional<CallPattern> pattern(JsonNode value, String at) {
        CallPatterns.Reading reading = CallPatterns.read(value, at, contracts);
        if (reading instanceof CallPatterns.Reading.Wrong wrong) {
            faults.addAll(wrong.faults());
        }
        return reading instanceof CallPatterns.Reading.Right right ? Optional.of(right.pattern()) : Optional.empty();
    }

    private void fault(String pointer, Expected expected, String got) {
        faults.add(new Violation(Place.BODY, "", pointer, "expectation", expected, got));
    }
}
