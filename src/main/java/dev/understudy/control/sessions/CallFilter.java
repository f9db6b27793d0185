package dev.understudy.control.sessions;

import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; what is null is asked of none.
 *
 * @param since those of larger ids
 * @param before those of smaller ids
 * @param limit the newest of them, at most
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
    /** Those calls, the newest first. A text is looked for in what is shown: nobody finds a secret by guessing it. */
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
