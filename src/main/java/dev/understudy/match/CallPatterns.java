package dev.understudy.match;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads patterns as specs/control.yaml defines them ({@code CallPattern}). */
public final class CallPatterns {
    /** Of more operations, the rest is left out of a message. */
    private static final int NAMED = 8;

    private static final int MOST_CONDITIONS = 100;

    private static final List<String> KEYS = List.of("api", "operation", "where");

    private final Collection<Contract> contracts;
    private final Faults faults = new Faults();

    private CallPatterns(Collection<Contract> contracts) {
        this.contracts = contracts;
    }

    /** What was read. */
    public sealed interface Reading {
        /** A pattern that calls can match. */
        record Right(CallPattern pattern) implements Reading {}

        /**
         * None, for all of these reasons: something is wrong with its form, or no call that keeps the contract could
         * match it.
         *
         * @param faults their pointers are into what the pattern stands in, their place is the body
         */
        record Wrong(List<Violation> faults) implements Reading {}
    }

    /**
     * The pattern in a JSON value.
     *
     * @param at the pointer of the value in what it stands in
     * @param contracts that have the operation
     */
    public static Reading read(JsonNode value, String at, Collection<Contract> contracts) {
        return new CallPatterns(contracts).reading(value, at);
    }

    private Reading reading(JsonNode value, String at) {
        Optional<CallPattern> pattern = Optional.empty();
        if (!value.isObject()) {
            faults.add(at, "type", Expected.be("an object with an operation"), value);
        } else {
            value.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    faults.unknown(at, key, KEYS, Spelling.nearest(key, KEYS).orElse(null));
                }
            });
            pattern = called(value, at)
                    .map(called -> new CallPattern(
                            called.contract.name(),
                            called.operation.operationId(),
                            where(value.path("where"), at, called)));
        }
        return pattern.isPresent() && !faults.any()
                ? new Reading.Right(pattern.get())
                : new Reading.Wrong(faults.all());
    }

    /** An operation and its contract. */
    record Called(Contract contract, Operation operation) {}

    private Optional<Called> called(JsonNode value, String at) {
        JsonNode api = value.path("api");
        JsonNode operation = value.path("operation");
        if (!operation.isTextual()) {
            faults.add(at + "/operation", "type", Expected.be("the operationId of an operation"), operation);
            return Optional.empty();
        }
        List<String> names = contracts.stream().map(Contract::name).sorted().collect(toList());
        if (!api.isMissingNode() && !names.contains(api.asText())) {
            faults.add(
                    at + "/api",
                    "api",
                    Expected.oneOf(names),
                    CallPlace.shown(api),
                    Spelling.nearest(api.asText(), names).orElse(null));
            return Optional.empty();
        }
        List<Called> all = contracts.stream()
                .filter(contract -> api.isMissingNode() || contract.name().equals(api.asText()))
                .flatMap(contract -> contract.operations().stream().map(each -> new Called(contract, each)))
                .collect(toList());
        List<Called> found = all.stream()
                .filter(each -> each.operation.operationId().equals(operation.textValue()))
                .collect(toList());
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        } else if (found.isEmpty()) {
            unknown(operation, at + "/operation", all);
        } else {
            List<String> apis =
                    found.stream().map(each -> each.contract.name()).sorted().collect(toList());
            faults.add(at + "/api", "required", Expected.be("given, " + MessageText.or(apis)), value.path("api"));
        }
        return Optional.empty();
    }

    private void unknown(JsonNode operation, String at, List<Called> all) {
        List<String> ids =
                all.stream().map(each -> each.operation.operationId()).sorted().collect(toList());
        Expected expected = ids.size() <= NAMED
                ? Expected.oneOf(ids)
                : Expected.be("one of " + ids.size() + " operations, which routes lists");
        faults.add(
                at,
                "operation",
                expected,
                CallPlace.shown(operation),
                Spelling.nearest(operation.textValue(), ids).orElse(null));
    }

    private List<Condition> where(JsonNode where, String at, Called called) {
        var conditions = new ArrayList<Condition>();
        if (where.isMissingNode()) {
            return conditions;
        } else if (!where.isArray() || where.size() > MOST_CONDITIONS) {
            String got = where.isArray() ? where.size() + " conditions" : CallPlace.shown(where);
            faults.add(
                    at + "/where",
                    "type",
                    Expected.be("a list of at most " + MOST_CONDITIONS + " conditions"),
                    got,
                    null);
            return conditions;
        }
        for (int i = 0; i < where.size(); i++) {
            new ConditionReader(called, at + "/where/" + i, faults)
                    .read(where.get(i))
                    .ifPresent(conditions::add);
        }
        return conditions;
    }
}
