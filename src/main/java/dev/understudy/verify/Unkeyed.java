package dev.understudy.verify;

import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import dev.understudy.match.CallPattern;
import dev.understudy.session.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calls that named no session since another one was made: some of them may have lost its key.
 *
 * @param calls the newest of them, no more than 10; those of operations that were asked for come first
 */
public record Unkeyed(long count, List<RedactedCall> calls) {
    private static final int MOST = 10;

    /** What a browser asks for by itself. */
    private static final String ICON = "/favicon.ico";

    private static final Unkeyed NONE = new Unkeyed(0, List.of());

    public Unkeyed {
        calls = List.copyOf(calls);
    }

    /** Those that came since this session was made; none if they are its own. */
    static Unkeyed since(
            Session session, Session unnamed, Journal journal, Redaction redaction, List<CallPattern> patterns) {
        if (session == unnamed) {
            return NONE;
        }
        long made = ChronoUnit.MICROS.between(Instant.EPOCH, session.made());
        var found = new ArrayList<JournalEntry>();
        for (JournalEntry entry : journal.of(unnamed)) {
            if (entry.sent().micros() >= made && isUnkeyed(entry)) {
                found.add(entry);
            }
        }
        List<RedactedCall> first = found.stream()
                .sorted(Comparator.comparing((JournalEntry entry) -> !isAsked(entry, patterns))
                        .thenComparing(JournalEntry::id, Comparator.reverseOrder()))
                .limit(MOST)
                .map(redaction::redacted)
                .toList();
        return new Unkeyed(found.size(), first);
    }

    private static boolean isAsked(JournalEntry entry, List<CallPattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.isOf(entry.api(), entry.operation()));
    }

    private static boolean isUnkeyed(JournalEntry entry) {
        return !isIcon(entry) && !entry.isKeyed();
    }

    /** Whether it is no call of an API, but what browsers ask of every server. */
    static boolean isIcon(JournalEntry entry) {
        return entry.operation() == null && entry.sent().path().equals(ICON);
    }
}
