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
 * Reads rules, as specs/control.yaml defines them ({@code Rule}); their form must have been checked before. It refuses
 * a rule that can match no call, or whose answer breaks the contract.
 */
public final class RuleReader {
    /** Reads no rules, for use without contracts. */
    public static final RuleReader NONE = new RuleReader(List.of(), contract -> {
        throw new IllegalStateException("There is no contract");
    });

    private final List<Contract> contracts;
    private final Function<Contract, MockApi> made;

    /**
     * Reads rules for calls of these contracts.
     *
     * @param made gives, for a contract, an API that answers from the contract alone, following the preference of a
     *     call
     */
    public RuleReader(List<Contract> contracts, Function<Contract, MockApi> made) {
        this.contracts = List.copyOf(contracts);
        this.made = made;
    }

    /** The result of reading a rule. */
    public sealed interface Reading {
        /** A rule. */
        record Right(Rule rule) implements Reading {}

        /**
         * The rule is invalid.
         *
         * @param faults have pointers into the enclosing document; their notes say what to do
         */
        record Wrong(List<Violation> faults) implements Reading {}
    }

    /**
     * Reads the rule in a JSON value.
     *
     * @param at the pointer to the value in the enclosing document
     * @param id the rule's id
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
