package dev.understudy.control.sessions;

import dev.understudy.journal.Entry;
import dev.understudy.journal.Redaction;
import dev.understudy.journal.Told;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; what is null is asked of none.
 *
 * @param since those of larger ids
 * @param limit the newest of them, at most
 */
record CallFilter(
        @Nullable String operation,
        @Nullable Verdict verdict,
        @Nullable Integer status,
        @Nullable String text,
        @Nullable Long since,
        int limit) {
    /** Those calls, the newest first. A text is looked for in what is shown: nobody finds a secret by guessing it. */
    List<Told> newest(List<Entry> oldestFirst, Redaction redaction) {
        var found = new ArrayList<Told>();
        for (int i = oldestFirst.size() - 1; i >= 0 && found.size() < limit; i--) {
            Entry entry = oldestFirst.get(i);
            if (since != null && entry.id() <= since) {
                break;
            }
            Told told = redaction.told(entry);
            if (passes(told)) {
                found.add(told);
            }
        }
        return found;
    }

    private boolean passes(Told told) {
        return (operation == null || operation.equals(told.operation()))
                && (verdict == null || verdict == Shown.verdict(told.verdict()))
                && (status == null || status == told.status())
                && (text == null
                        || told.target().contains(text)
                        || has(told.content(), text)
                        || has(told.answerContent(), text));
    }

    private static boolean has(Told.Content content, String text) {
        String shown = content.text();
        return shown != null && !content.base64() && shown.contains(text);
    }
}
