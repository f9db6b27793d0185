package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MockApi;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.match.CallPattern;
import dev.understudy.match.CallPatterns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads rules of the form that specs/control.yaml has ({@code Rule}); whether they have that form is asked before. One
 * that can match no call, or whose answer breaks the contract, is refused.
 */
public final class RuleReader {
    /** Reads no rule, as there is no contract. */
    public static final RuleReader NONE = new RuleReader(List.of(), contract -> {
        throw new IllegalStateException("There is no contract");
    });

    private final List<Contract> contracts;
    private final Function<Contract, MockApi> made;

    /**
     * Reads rules for calls of these contracts.
     *
     * @param made what answers for a contract as the preference of a call says, from the contract alone
     */
    public RuleReader(List<Contract> contracts, Function<Contract, MockApi> made) {
        this.contracts = List.copyOf(contracts);
        this.made = made;
    }

    /** What was read. */
    public sealed interface Reading {
        /** A rule. */
        record Right(Rule rule) implements Reading {}

        /**
         * None, for these reasons.
         *
         * @param faults with pointers into what the rule stands in; the notes say what to do
         */
        record Wrong(List<Violation> faults) implements Reading {}
    }

    /**
     * The rule in a JSON value.
     *
     * @param at the pointer of the value in what it stands in
     * @param id what it is called
     */
    public Reading read(JsonNode value, String at, String id) {
        CallPatterns.Reading call = CallPatterns.read(value.path("call"), at + "/call", contracts);
        if (!(call instanceof CallPatterns.Reading.Right right)) {
            return new Reading.Wrong(((CallPatterns.Reading.Wrong) call).faults());
        }
        var faults = new Faults();
        CallPattern pattern = right.pattern();
        Contract contract = contracts.stream()
                .filter(each -> each.name().equals(pattern.api()))
                .findFirst()
                .orElseThrow();
        Operation operation = contract.operations().stream()
                .filter(each -> each.operationId().equals(pattern.operation()))
                .findFirst()
                .orElseThrow();
        operation.unkept().ifPresent(finding -> {
            Expected expected = Expected.be("an operation that can be served");
            faults.add(at + "/call/operation", "unkept", expected, finding.text(), "correct its contract");
        });
        combined(value, at, faults);
        Optional<RateLimit> limit = limit(value.path("limit"), at + "/limit", faults);
        List<Step> steps = faults.any()
                ? List.of()
                : new StepReader(contract, operation, made.apply(contract), faults).read(value, at);
        if (faults.any()) {
            return new Reading.Wrong(faults.all());
        }
        return new Reading.Right(new Rule(
                id,
                value,
                pattern,
                steps,
                value.path("repeat").asBoolean(),
                value.path("chance").asDouble(1),
                value.has("seed") ? Long.valueOf(value.path("seed").longValue()) : null,
                limit.orElse(null)));
    }

    private static void combined(JsonNode value, String at, Faults faults) {
        if (value.has("steps")) {
            Stream.of("answer", "effect", "times")
                    .filter(value::has)
                    .forEach(key -> faults.add(
                            at + "/" + key,
                            "steps",
                            Expected.be("left out beside steps"),
                            value.path(key),
                            "move it into a step"));
        } else if (value.has("repeat")) {
            Expected expected = Expected.be("left out where there are no steps");
            faults.add(at + "/repeat", "steps", expected, value.path("repeat"), null);
        } else if (Stream.of("answer", "effect", "limit").noneMatch(value::has)) {
            Expected expected = Expected.to("have an answer, an effect, steps or a limit");
            faults.add(at, "required", expected, "one without them", "say answer: {status: …} to answer otherwise");
        }
    }

    private static Optional<RateLimit> limit(JsonNode value, String at, Faults faults) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Duration> per = TimeSpan.read(value.path("per").asText());
        if (per.isEmpty()) {
            Expected expected = Expected.be("a time such as 500ms, 10s or 2m");
            faults.add(at + "/per", "time", expected, value.path("per"), null);
        }
        return per.map(time -> new RateLimit(value.path("calls").longValue(), time));
    }
}
