package dev.understudy.journal;

import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.rules.AppliedRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as text, without secrets.
 *
 * @param direction the sender of the request
 * @param time when its first byte came
 * @param micros the time from then to the answer, in microseconds
 * @param base scheme and authority, as in {@code http://localhost:8080}
 * @param keyed whether the request named a session
 * @param target path and query, as the client sent them
 * @param path the path inside its session
 * @param api the contract that the call belongs to; null if it belongs to none
 * @param operation the operation that the call reached; null if it reached none
 * @param warned whether it was answered although something broke the contract
 * @param notes peculiarities that were accepted but are worth a look
 * @param cause the origin of the answer; null if unknown
 * @param rule the rule that decided about the call; null for none
 * @param reason why it was refused; null if it was not
 */
public record RedactedCall(
        long id,
        String session,
        JournalEntry.Direction direction,
        Instant time,
        long micros,
        String protocol,
        String method,
        String base,
        boolean keyed,
        String target,
        String path,
        List<Field> fields,
        Content content,
        int status,
        List<Field> answerFields,
        Content answerContent,
        @Nullable String api,
        @Nullable String operation,
        List<Violation> violations,
        boolean warned,
        List<Violation> notes,
        Reply.@Nullable Cause cause,
        @Nullable AppliedRule rule,
        @Nullable String reason,
        JournalEntry.End end) {
    /** A header field. */
    public record Field(String name, String value) {}

    /**
     * A body.
     *
     * @param text null if it was dropped, or is hidden because it may contain secrets
     * @param base64 whether the text is the base64 of bytes that are not UTF-8
     * @param size its length in bytes
     * @param whole whether the text is complete
     * @param missing why there is no text; null if there is one, or never was
     */
    public record Content(@Nullable String text, boolean base64, long size, boolean whole, @Nullable Missing missing) {
        /** A body that is shown as far as it is kept. */
        Content(@Nullable String text, boolean base64, long size, boolean whole) {
            this(text, base64, size, whole, null);
        }

        /** A body that is not shown at all. */
        static Content without(long size, Missing why) {
            return new Content(null, false, size, false, size == 0 ? null : why);
        }
    }

    /** Why a body is not shown. */
    public enum Missing {
        /** It was dropped to make room for later calls, or was never in memory. */
        DROPPED,
        /** It may contain secrets. */
        HIDDEN
    }

    /** The overall result of a call. */
    public enum Verdict {
        /** The call and its answer kept the contract. */
        KEPT,
        /** The call or its answer broke the contract, and went through anyway. */
        WARNED,
        /** The call broke the contract, or belongs to none. */
        REFUSED,
        /** The server could not answer it as the contract defines. */
        FAILED;

        /** The result of a call with this answer. */
        static Verdict of(
                JournalEntry.End end,
                int status,
                @Nullable String operation,
                List<Violation> violations,
                boolean warned,
                @Nullable String reason) {
            if (warned) {
                return WARNED;
            }
            // A request that was not sent because no setting allows it violates nothing.
            if (end == JournalEntry.End.UNSENT || reason == null && violations.isEmpty()) {
                return operation == null && status >= 400 ? REFUSED : KEPT;
            }
            // A request that reached no receiver has no answer.
            return status >= 500 || status == 0 ? FAILED : REFUSED;
        }

        /** Whether its answer reports an error in the call or in the server. */
        public boolean isRefusal() {
            return this == REFUSED || this == FAILED;
        }
    }

    /** The overall result of this call. */
    public Verdict verdict() {
        return Verdict.of(end, status, operation, violations, warned, reason);
    }
}
