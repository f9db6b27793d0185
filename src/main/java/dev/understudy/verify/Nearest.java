package dev.understudy.verify;

import static java.util.stream.Collectors.toList;

import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import dev.understudy.match.CallPattern;
import dev.understudy.verify.JournalCalls.Recalled;
import java.util.Comparator;
import java.util.List;

/**
 * The calls that are nearest to a pattern that none of them matches: those of its operation with the fewest
 * differences, then those of it that broke the contract, those that reached no operation, and all others; of equal ones
 * the newest.
 */
final class Nearest {
    private static final int MOST = 3;
    private static final int BROKEN = 1_000;
    private static final int NOWHERE = 2_000;
    private static final int ELSEWHERE = 3_000;

    private final JournalCalls recall;
    private final Redaction redaction;
    private final CallPattern pattern;

    Nearest(JournalCalls recall, Redaction redaction, CallPattern pattern) {
        this.recall = recall;
        this.redaction = redaction;
        this.pattern = pattern;
    }

    private record Ranked(JournalEntry entry, int rank, List<Difference> differences) {}

    /**
     * Of these calls; those of other operations only where there are no others.
     *
     * @param after the id of the call after which one should have come; 0 for none
     */
    List<NearMiss> of(List<JournalEntry> calls, long after) {
        List<Ranked> all = calls.stream().map(entry -> ranked(entry, after)).collect(toList());
        boolean any = all.stream().anyMatch(ranked -> ranked.rank < ELSEWHERE);
        return all.stream()
                .filter(ranked -> !any || ranked.rank < ELSEWHERE)
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.entry.id(), Comparator.reverseOrder()))
                .limit(MOST)
                .map(ranked -> new NearMiss(redaction.redacted(ranked.entry), ranked.differences))
                .toList();
    }

    private Ranked ranked(JournalEntry entry, long after) {
        if (!pattern.isOf(entry.api(), entry.operation())) {
            String other = entry.operation();
            String was = other == null ? "none" : other.equals(pattern.operation()) ? "that of " + entry.api() : other;
            String message = "operation must be " + pattern.operation() + ", was " + was;
            return new Ranked(
                    entry, other == null ? NOWHERE : ELSEWHERE, List.of(Difference.ofOperation("operation", message)));
        }
        Recalled recalled = recall.of(entry, pattern);
        if (recalled instanceof Recalled.Broken) {
            RedactedCall redacted = redaction.redacted(entry);
            return new Ranked(
                    entry,
                    BROKEN,
                    redacted.violations().stream().map(Difference::of).collect(toList()));
        } else if (recalled instanceof Recalled.Kept kept) {
            List<Difference> differences = pattern.differences(kept.call()).stream()
                    .map(redaction::shown)
                    .map(Difference::of)
                    .collect(toList());
            return differences.isEmpty()
                    ? new Ranked(entry, 0, List.of(Difference.ofOperation("order", "call must come after " + after)))
                    : new Ranked(entry, Math.min(differences.size(), BROKEN - 1), differences);
        }
        String unknown = "its arguments are not known any more";
        return new Ranked(entry, BROKEN - 1, List.of(Difference.ofOperation("unknown", unknown)));
    }
}
