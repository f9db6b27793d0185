package dev.understudy.control.sessions;

import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects calls; a condition that is null is not applied.
 *
 * @param since selects larger ids
 * @param before selects smaller ids
 * @param limit the maximum number of calls, the newest ones
 */
record CallFilter(
        @Nullable String api,
        @Nullable String operation,
        @Nullable Boolean reached,
        @Nullable Verdict verdict,
        @Nullable End end,
        @Nullable Direction direction,
        @Nullable Integer status,
        @Nullable Boolean keyed,
        @Nullable String text,
        @Nullable Long since,
        @Nullable Long before,
        int limit) {
    /** The selected calls, newest first. Text is searched in the redacted call, so that secrets cannot be guessed. */
    List<RedactedCall> newest(List<JournalEntry> oldestFirst, Redaction redaction) {
        var found = new ArrayList<RedactedCall>();
        for (int i = oldestFirst.size() - 1; i >= 0 && found.size() < limit; i--) {
            JournalEntry entry = oldestFirst.get(i);
            if (since != null && entry.id() <= since) {
                break;
            }
            if (isMeant(entry)) {
                RedactedCall redacted = redaction.redacted(entry);
                if (text == null || has(redacted, text)) {
                    found.add(redacted);
                }
            }
        }
        return found;
    }

    private boolean isMeant(JournalEntry entry) {
        return (before == null || entry.id() < before)
                && (api == null || api.equals(entry.api()))
                && (operation == null || operation.equals(entry.operation()))
                && (reached == null || reached == (entry.operation() != null))
                && (verdict == null || verdict == ShownCalls.verdict(entry.verdict()))
                && (end == null || end == ShownCalls.end(entry.end()))
                && (direction == null || (direction == Direction.OUT) == entry.isOut())
                && (status == null || status == entry.status())
                && (keyed == null || keyed == entry.isKeyed());
    }

    private static boolean has(RedactedCall redacted, String text) {
        return redacted.target().contains(text) || has(redacted.content(), text) || has(redacted.answerContent(), text);
    }

    private static boolean has(RedactedCall.Content content, String text) {
        String shown = content.text();
        return shown != null && !content.base64() && shown.contains(text);
    }
}
