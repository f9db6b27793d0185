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
 * @param direction who sent the request
 * @param time when its first byte came
 * @param micros from then to the answer
 * @param base scheme and authority, as in {@code http://localhost:8080}
 * @param keyed whether the request named a session
 * @param target path and query, as the client wrote them
 * @param path the path inside its session
 * @param api the contract that it belongs to; null when it belongs to none
 * @param operation the operation that it reached; null when it reached none
 * @param warned whether it went on though something broke the contract
 * @param notes what was taken all the same, and is worth a look
 * @param cause where the answer comes from; null if that is not known
 * @param rule the rule that decided about it; null for none
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
     * @param text null if it was dropped, or is not shown since it may hold secrets
     * @param base64 whether the text is base64 of bytes that are no UTF-8
     * @param size how many bytes it had
     * @param whole whether the text is all of it
     * @param missing why there is no text; null where there is one, or never was
     */
    public record Content(@Nullable String text, boolean base64, long size, boolean whole, @Nullable Missing missing) {
        /** One that is shown as far as it is kept. */
        Content(@Nullable String text, boolean base64, long size, boolean whole) {
            this(text, base64, size, whole, null);
        }

        /** One of which nothing is shown. */
        static Content without(long size, Missing why) {
            return new Content(null, false, size, false, size == 0 ? null : why);
        }
    }

    /** Why a body is not shown. */
    public enum Missing {
        /** It made room for later calls, or was never in memory. */
        DROPPED,
        /** It may hold secrets. */
        HIDDEN
    }

    /** What was made of a call. */
    public enum Verdict {
        /** It kept the contract, and so did its answer. */
        KEPT,
        /** It or its answer broke the contract, and went on all the same. */
        WARNED,
        /** It broke the contract, or was meant for none. */
        REFUSED,
        /** We could not answer it as the contract defines it. */
        FAILED;

        /** What was made of a call that had such an answer. */
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
            // What is not sent, as nobody allowed it, breaks nothing.
            if (end == JournalEntry.End.UNSENT || reason == null && violations.isEmpty()) {
                return operation == null && status >= 400 ? REFUSED : KEPT;
            }
            // There is no answer to a request that reached nobody.
            return status >= 500 || status == 0 ? FAILED : REFUSED;
        }

        /** Whether its answer says what was wrong with it, or with us. */
        public boolean isRefusal() {
            return this == REFUSED || this == FAILED;
        }
    }

    /** What was made of it. */
    public Verdict verdict() {
        return Verdict.of(end, status, operation, violations, warned, reason);
    }
}
