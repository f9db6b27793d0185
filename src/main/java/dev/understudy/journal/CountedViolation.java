package dev.understudy.journal;

import dev.understudy.api.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A violation that calls of a session have in common, and how often it occurred.
 *
 * @param violation of the first of these calls; null where it reached nothing that could be broken
 * @param reason why that was refused then
 * @param sample the id of the first of these calls
 * @param calls how many broke it
 * @param first when the first of them came, in microseconds since the first of January 1970
 * @param last the same of the last of them
 */
public record CountedViolation(
        Kind kind,
        @Nullable Violation violation,
        @Nullable String reason,
        long sample,
        long calls,
        long first,
        long last) {
    /**
     * What tells it from others.
     *
     * @param status of the answer, where there is no violation; else 0
     * @param where the value stands, with a star for the index of an item
     */
    public record Kind(@Nullable String api, @Nullable String operation, String keyword, String where, int status) {
        static Kind of(JournalEntry entry, Violation violation) {
            String where = violation.place().word() + " " + violation.name() + " "
                    + violation.pointer().replaceAll("/\\d+(?=/|$)", "/*");
            return new Kind(entry.api(), entry.operation(), violation.keyword(), where, 0);
        }

        static Kind of(JournalEntry entry) {
            return new Kind(entry.api(), entry.operation(), "", "", entry.status());
        }
    }

    CountedViolation again(long micros) {
        return new CountedViolation(
                kind, violation, reason, sample, calls + 1, Math.min(first, micros), Math.max(last, micros));
    }
}
