package dev.understudy.journal;

import dev.understudy.api.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A violation that calls of a session share, with the number of times it occurred.
 *
 * @param violation the violation in the first of these calls; null if the call reached no operation that could be
 *     violated
 * @param reason why the first call was refused, in that case
 * @param sample the id of the first of these calls
 * @param calls the number of calls with this violation
 * @param first when the first of them came, in microseconds since 1 January 1970
 * @param last when the last of them came, in microseconds since 1 January 1970
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
     * What identifies this kind of violation.
     *
     * @param status the status of the answer, if there is no violation; otherwise 0
     * @param where the place of the value, with a star for the index of an item
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
