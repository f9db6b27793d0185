package dev.understudy.journal;

import dev.understudy.api.Violation;
import dev.understudy.session.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the violations in the calls of each session during its lifetime, whether the journal still has the calls or
 * not. It distinguishes 100 kinds per session and 10,000 in total, and only counts the rest.
 */
final class ViolationCounts {
    private static final int MOST_OF_ONE = 100;
    private static final int MOST = 10_000;

    /** In bytes: a larger sample is not kept. */
    private static final int LONGEST = 4_000;

    /** A call may end after its session, so the map must not keep a session's entry alive. */
    private final Map<Counts, Book> books = new WeakHashMap<>();

    private int kinds;

    private static final class Book {
        private final Map<CountedViolation.Kind, CountedViolation> kinds = new HashMap<>();
        private long others;
    }

    /** Counts a call that broke something, or reached no operation. */
    synchronized void note(JournalEntry entry) {
        Book book = books.computeIfAbsent(entry.counts(), counts -> new Book());
        Set<CountedViolation.Kind> seen = new HashSet<>();
        for (Violation violation : entry.violations()) {
            var kind = CountedViolation.Kind.of(entry, violation);
            if (seen.add(kind)) {
                count(book, kind, violation, null, entry);
            }
        }
        String reason = entry.reason();
        if (entry.violations().isEmpty() && reason != null) {
            count(book, CountedViolation.Kind.of(entry), null, reason, entry);
        }
    }

    private void count(
            Book book,
            CountedViolation.Kind kind,
            @Nullable Violation violation,
            @Nullable String reason,
            JournalEntry entry) {
        CountedViolation known = book.kinds.get(kind);
        if (known != null) {
            book.kinds.put(kind, known.again(entry.sent().micros()));
            return;
        }
        int weight = violation == null ? Weight.of(reason) : Weight.of(List.of(violation));
        if (book.kinds.size() >= MOST_OF_ONE || isFull() || weight > LONGEST) {
            book.others++;
            return;
        }
        kinds++;
        long micros = entry.sent().micros();
        book.kinds.put(kind, new CountedViolation(kind, violation, reason, entry.id(), 1, micros, micros));
    }

    private boolean isFull() {
        if (kinds >= MOST) {
            kinds = books.values().stream().mapToInt(book -> book.kinds.size()).sum();
        }
        return kinds >= MOST;
    }

    /** The distinguished kinds of violations. */
    synchronized List<CountedViolation> of(Counts counts) {
        Book book = books.get(counts);
        return book == null ? List.of() : new ArrayList<>(book.kinds.values());
    }

    /** The number of violations of other kinds. */
    synchronized long others(Counts counts) {
        Book book = books.get(counts);
        return book == null ? 0 : book.others;
    }

    synchronized void forget(Collection<Counts> sessions) {
        for (Counts session : sessions) {
            Book book = books.remove(session);
            kinds -= book == null ? 0 : book.kinds.size();
        }
    }
}
