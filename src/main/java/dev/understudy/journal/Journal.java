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
 * The last calls of all sessions, within one memory budget: one half is for bodies, the other for all else of a call.
 * The oldest go first, so a call may be kept longer than its bodies.
 */
public final class Journal {
    /** The default budget in bytes: 16 MiB. */
    public static final long BUDGET = 16L << 20;

    private final long budget;
    private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
    private final BodyRing bodies;
    private final ViolationCounts violationCounts = new ViolationCounts();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long heads;
    private long last;
    /** The id of the last call that was dropped. */
    private long dropped;

    /** @param budget in bytes; 0 keeps nothing */
    public Journal(long budget) {
        this.budget = budget;
        this.bodies = new BodyRing(budget / 2);
    }

    /**
     * Records a call and its answer.
     *
     * @param body the request's body; only the size is recorded if it is not in memory
     * @param nanos the time from the first byte of the request to the answer, in nanoseconds
     */
    public JournalEntry note(Session session, SentRequest sent, Body body, Answer answer, long nanos) {
        return note(new JournalEntry(session, JournalEntry.Direction.IN, sent, body, answer, nanos, bodies), session);
    }

    /** Records a request that an API sent for a session, and the answer that it received. */
    public JournalEntry noteOut(Session session, SentRequest sent, Body body, Answer answer, long nanos) {
        return note(new JournalEntry(session, JournalEntry.Direction.OUT, sent, body, answer, nanos, bodies), session);
    }

    /**
     * Records a request that an API would have sent if that were allowed; the reason of the answer says why it is not.
     */
    public JournalEntry noteUnsent(Session session, SentRequest sent, Body body, Answer answer) {
        return noteUnsent(session, sent, body, answer, JournalEntry.End.UNSENT);
    }

    /** Records a request that is allowed but was not sent, for lack of room. */
    public JournalEntry noteLost(Session session, SentRequest sent, Body body, Answer answer) {
        return noteUnsent(session, sent, body, answer, JournalEntry.End.LOST);
    }

    private JournalEntry noteUnsent(Session session, SentRequest sent, Body body, Answer answer, JournalEntry.End end) {
        var entry = new JournalEntry(session, JournalEntry.Direction.OUT, sent, body, answer, 0, bodies);
        entry.ended(end, 0);
        return note(entry, session);
    }

    /** @param entry must already know its size, since all event loops wait for each other here */
    private JournalEntry note(JournalEntry entry, Session session) {
        synchronized (this) {
            entry.number(++last);
            session.counts().noted();
            entries.addLast(entry);
            heads += entry.head();
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
        }
    }

    /** The kept calls of a session, oldest first. */
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
     * The calls of a session after a given id, oldest first.
     *
     * @param lost how many calls of the session are no longer kept; 0 if none of them could be in this window
     */
    public record Window(List<JournalEntry> calls, long lost) {
        public Window {
            calls = List.copyOf(calls);
        }
    }

    /** The calls of a session with larger ids than this, and whether any may be missing. */
    public synchronized Window window(Session session, long since) {
        List<JournalEntry> kept = of(session);
        long lost = since >= dropped ? 0 : Math.max(0, session.counts().notes() - kept.size());
        return new Window(kept.stream().filter(entry -> entry.id() > since).toList(), lost);
    }

    /** The calls of a session with larger ids than this, oldest first; at most this many. */
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

    /** Whether the journal keeps any calls at all. */
    public boolean keepsAny() {
        return budget > 0;
    }

    /** The id of the last call. */
    public synchronized long last() {
        return last;
    }

    /** The call with this id, if it belongs to the session and is still kept. */
    public Optional<JournalEntry> find(Session session, long id) {
        return of(session).stream().filter(entry -> entry.id() == id).findFirst();
    }

    /** The violations in the calls of a session since the session was created. */
    public List<CountedViolation> violationCounts(Session session) {
        return violationCounts.of(session.counts());
    }

    /** How many violations {@link #violationCounts} does not include. */
    public long otherBreaches(Session session) {
        return violationCounts.others(session.counts());
    }

    /** Deletes the calls of a session, but not its violation counts. */
    public void forget(Session session) {
        forgetCalls(List.of(session));
    }

    /** Deletes everything about sessions that are gone. */
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
            heads = entries.stream().mapToLong(JournalEntry::head).sum();
        }
    }

    /**
     * The approximate memory that all entries take, in bytes. What bodies of forgotten or old calls took is used for
     * the next ones.
     */
    public synchronized long bytes() {
        return heads + entries.stream().mapToLong(JournalEntry::bodies).sum();
    }

    /** Adds a listener that runs after each call, and when sessions are gone; it must be fast. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void leave(Runnable listener) {
        listeners.remove(listener);
    }
}
