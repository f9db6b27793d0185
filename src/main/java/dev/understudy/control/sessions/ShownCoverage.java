package dev.understudy.control.sessions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.understudy.contract.Answers;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Route;
import dev.understudy.journal.CountedViolation;
import dev.understudy.session.Counts;
import dev.understudy.session.Counts.Reached;
import dev.understudy.session.OutcomeCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Converts the coverage of contracts by calls to the format of the control API. */
final class ShownCoverage {
    private static final OutcomeCounts NONE = new OutcomeCounts();

    private ShownCoverage() {}

    static Coverage of(Collection<Contract> contracts, Counts counts, List<CountedViolation> breaches) {
        Map<Reached, OutcomeCounts> endings = counts.operations();
        Map<String, Long> kinds = breaches.stream()
                .collect(groupingBy(
                        counted -> counted.kind().api() + " " + counted.kind().operation(), counting()));
        var rows = new ArrayList<OperationCoverage>();
        for (Contract contract : contracts) {
            for (Route route : contract.routes()) {
                for (Operation operation : route.operations().values()) {
                    var reached = new Reached(contract.name(), operation.operationId());
                    long broken = kinds.getOrDefault(reached.api() + " " + reached.operation(), 0L);
                    rows.add(row(
                            contract, route, operation, endings.getOrDefault(reached, NONE), Math.toIntExact(broken)));
                }
            }
        }
        long called = rows.stream().filter(row -> !row.statuses().isEmpty()).count();
        return new Coverage(Math.toIntExact(called), rows);
    }

    private static OperationCoverage row(
            Contract contract, Route route, Operation operation, OutcomeCounts endings, int violations) {
        Answers answers = operation.answers();
        SortedMap<Integer, Long> statuses = endings.statuses().all();
        Set<String> unanswered = new LinkedHashSet<>(answers.byStatus().keySet());
        statuses.keySet().forEach(status -> unanswered.remove(answers.key(status)));
        return new OperationCoverage(
                contract.name(),
                operation.operationId(),
                operation.method(),
                route.toString(),
                endings.answered(),
                endings.refused(),
                endings.cuts(),
                statuses.entrySet().stream()
                        .map(each -> new StatusCount(
                                each.getKey(),
                                each.getValue(),
                                answers.of(each.getKey()).isPresent()))
                        .toList(),
                List.copyOf(unanswered),
                violations);
    }
}
