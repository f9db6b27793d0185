package dev.understudy.control.sessions;

import dev.understudy.api.Violation;
import dev.understudy.journal.CountedViolation;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Counts;
import dev.understudy.session.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Converts the counts of calls and violations to the format of the control API. */
final class ShownCounts {
    private ShownCounts() {}

    static SessionCounts of(Session session, Journal journal, Redaction redaction) {
        List<ViolationCount> violations = journal.violationCounts(session).stream()
                .sorted(Comparator.comparing(CountedViolation::calls, Comparator.reverseOrder())
                        .thenComparing(CountedViolation::sample))
                .map(breach -> violation(breach, redaction))
                .toList();
        // Read the parts first, so that a call that ends meanwhile does not make their sum exceed the total.
        List<OperationCounts> operations = operations(session.counts());
        CallCounts all = all(session.counts());
        var rows = new ArrayList<>(operations);
        var rest = new OperationCounts(
                null,
                null,
                all.answered() - sum(operations, OperationCounts::answered),
                all.refused() - sum(operations, OperationCounts::refused),
                all.cut() - sum(operations, OperationCounts::cut));
        if (rest.answered() + rest.refused() + rest.cut() > 0) {
            rows.add(new OperationCounts(
                    null, null, Math.max(0, rest.answered()), Math.max(0, rest.refused()), Math.max(0, rest.cut())));
        }
        return new SessionCounts(all, rows, violations, journal.otherBreaches(session));
    }

    static CallCounts all(Counts counts) {
        return new CallCounts(counts.all(), counts.answered(), counts.refused(), counts.cuts());
    }

    private static List<OperationCounts> operations(Counts counts) {
        return counts.operations().entrySet().stream()
                .map(each -> new OperationCounts(
                        each.getKey().api(),
                        each.getKey().operation(),
                        each.getValue().answered(),
                        each.getValue().refused(),
                        each.getValue().cuts()))
                .sorted(Comparator.comparing((OperationCounts each) -> each.api() + " " + each.operation()))
                .toList();
    }

    private static long sum(List<OperationCounts> operations, ToLongFunction<OperationCounts> count) {
        return operations.stream().mapToLong(count).sum();
    }

    private static ViolationCount violation(CountedViolation counted, Redaction redaction) {
        Violation broken = counted.violation();
        Violation shown = broken == null ? null : redaction.shown(broken);
        String reason = counted.reason();
        return new ViolationCount(
                counted.kind().api(),
                counted.kind().operation(),
                shown == null ? null : shown.place().word(),
                shown == null ? null : ShownCalls.unlessEmpty(shown.name()),
                shown == null ? null : ShownCalls.unlessEmpty(shown.pointer()),
                shown == null ? null : shown.keyword(),
                counted.calls(),
                shown == null ? redaction.reason(reason == null ? "" : reason, List.of()) : shown.message(),
                counted.sample(),
                time(counted.first()),
                time(counted.last()));
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
