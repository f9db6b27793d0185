package dev.understudy.journal;

import dev.understudy.api.Body;
import dev.understudy.road.Answer;
import dev.understudy.session.Counts;
import dev.understudy.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The last calls of all sessions, within one budget. When it is full the oldest bodies go first, and the oldest calls
 * themselves once what is left takes half of it.
 */
public final class Journal {
    /** 16 MiB. */
    public static final long BUDGET = 16L << 20;

    private final long budget;
    private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
    /** Those of them that have bodies. */
    private final ArrayDeque<JournalEntry> full = new ArrayDeque<>();

    private final ViolationCounts violationCounts = new ViolationCounts();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long heads;
    private long bodies;
    private long last;
    /** The id of the last call that was dropped. */
    private long dropped;

    /** @param budget in bytes; 0 keeps nothing */
    public Journal(long budget) {
        this.budget = budget;
    }

    /**
     * Takes note of a call and its answer.
     *
     * @param body of the request; of one that is not in memory only its size is kept
     * @param nanos from the first byte of the request to the answer
     */
    public JournalEntry note(Session session, SentRequest sent, Body body, Answer answer, long nanos) {
        return note(new JournalEntry(session, JournalEntry.Direction.IN, sent, body, answer, nanos), session);
    }

    /** The same of a request that an API sent for a session, and of the answer that it got. */
    public JournalEntry noteOut(Session session, SentRequest sent, Body body, Answer answer, long nanos) {
        return note(new JournalEntry(session, JournalEntry.Direction.OUT, sent, body, answer, nanos), session);
    }

    /** The same of a request that an API would send and may not, as the reason of the answer says. */
    public JournalEntry noteUnsent(Session session, SentRequest sent, Body body, Answer answer) {
        return noteUnsent(session, sent, body, answer, JournalEntry.End.UNSENT);
    }

    /** The same of one that it may send, and that there was no room for. */
    public JournalEntry noteLost(Session session, SentRequest sent, Body body, Answer answer) {
        return noteUnsent(session, sent, body, answer, JournalEntry.End.LOST);
    }

    private JournalEntry noteUnsent(Session session, SentRequest sent, Body body, Answer answer, JournalEntry.End end) {
        var entry = new JournalEntry(session, JournalEntry.Direction.OUT, sent, body, answer, 0);
        entry.ended(end, 0);
        return note(entry, session);
    }

    /** @param entry is weighed before: all event loops wait for each other here */
    private JournalEntry note(JournalEntry entry, Session session) {
        synchronized (this) {
            entry.number(++last);
            session.counts().noted();
            entries.addLast(entry);
            heads += entry.head();
            int more = entry.bodies();
            if (more > 0) {
                full.addLast(entry);
                bodies += more;
            }
            makeRoom();
        }
        if (entry.verdict() != RedactedCall.Verdict.KEPT && !entry.isOut()) {
            violationCounts.note(entry);
        }
        tell();
        return entry;
    }

    private void tell() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }

    private void makeRoom() {
        while (heads > budget / 2) {
            JournalEntry oldest = entries.removeFirst();
            dropped = oldest.id();
            heads -= oldest.head();
            if (oldest == full.peekFirst()) {
                full.removeFirst();
                bodies -= oldest.bodies();
            }
        }
        while (heads + bodies > budget) {
            JournalEntry oldest = full.removeFirst();
            bodies -= oldest.bodies();
            oldest.dropBodies();
        }
    }

    /** The calls of a session that are still kept, the oldest first. */
    public synchronized List<JournalEntry> of(Session session) {
        var own = new ArrayList<JournalEntry>();
        for (JournalEntry entry : entries) {
            if (entry.isOf(session)) {
                own.add(entry);
            }
        }
        return own;
    }

    /**
     * The calls of a session whose ids are larger than some id, the oldest first.
     *
     * @param lost how many calls of the session are not kept any more; 0 if none of them could have such an id
     */
    public record Window(List<JournalEntry> calls, long lost) {
        public Window {
            calls = List.copyOf(calls);
        }
    }

    /** The calls of a session whose ids are larger than this, and whether that is all of them. */
    public synchronized Window window(Session session, long since) {
        List<JournalEntry> kept = of(session);
        long lost = since >= dropped ? 0 : Math.max(0, session.counts().notes() - kept.size());
        return new Window(kept.stream().filter(entry -> entry.id() > since).toList(), lost);
    }

    /** The calls of a session whose ids are larger than this, the oldest first, and no more than so many of them. */
    public synchronized List<JournalEntry> after(Session session, long id, int most) {
        var later = new ArrayDeque<JournalEntry>();
        Iterator<JournalEntry> backwards = entries.descendingIterator();
        while (backwards.hasNext()) {
            JournalEntry entry = backwards.next();
            if (entry.id() <= id) {
                break;
            }
            if (entry.isOf(session)) {
                later.addFirst(entry);
            }
        }
        return later.stream().limit(most).toList();
    }

    /** Whether there is room for a call at all. */
    public boolean keepsAny() {
        return budget > 0;
    }

    /** The id of the last call. */
    public synchronized long last() {
        return last;
    }

    /** The call of this id, if it is one of the session and still kept. */
    public Optional<JournalEntry> find(Session session, long id) {
        return of(session).stream().filter(entry -> entry.id() == id).findFirst();
    }

    /** What the calls of a session broke, since it was made. */
    public List<CountedViolation> violationCounts(Session session) {
        return violationCounts.of(session.counts());
    }

    /** How often they broke something that {@link #violationCounts} does not tell. */
    public long otherBreaches(Session session) {
        return violationCounts.others(session.counts());
    }

    /** Forgets the calls of a session, and not what they broke. */
    public void forget(Session session) {
        forgetCalls(List.of(session));
    }

    /** Forgets all of sessions that are gone. */
    public void forget(List<Session> sessions) {
        forgetCalls(sessions);
        violationCounts.forget(sessions.stream().map(Session::counts).toList());
        tell();
    }

    private synchronized void forgetCalls(List<Session> sessions) {
        Set<Counts> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Session session : sessions) {
            if (session.counts().notes() > 0) {
                gone.add(session.counts());
                session.counts().forget();
            }
        }
        if (!gone.isEmpty()) {
            entries.removeIf(entry -> gone.contains(entry.counts()));
            full.removeIf(entry -> gone.contains(entry.counts()));
            heads = entries.stream().mapToLong(JournalEntry::head).sum();
            bodies = full.stream().mapToLong(JournalEntry::bodies).sum();
        }
    }

    /** What all that is kept takes, in bytes, more or less. */
    public synchronized long bytes() {
        return heads + bodies;
    }

    /** Has this run after each call, and when sessions are gone; it must not take long. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends that. */
    public void leave(Runnable listener) {
        listeners.remove(listener);
    }
}
