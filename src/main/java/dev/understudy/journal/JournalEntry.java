package dev.understudy.journal;

import dev.understudy.api.Body;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.road.Answer;
import dev.understudy.rules.AppliedRule;
import dev.understudy.session.Counts;
import dev.understudy.session.OutcomeCounts;
import dev.understudy.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call and its answer. Bodies are cut at a bound, and may be dropped later. */
public final class JournalEntry {
    /** How much of a body is kept, in bytes. */
    static final int MOST = 65_536;

    /** What the objects take besides texts and bodies, more or less, in bytes. */
    private static final int OVERHEAD = 800;

    private long id;
    private final String key;
    /** They tell its session from a later one of the same key, and hold nothing of it. */
    private final Counts counts;

    private final Direction direction;
    private final SentRequest sent;
    private final int status;
    private final Map<String, String> headers;
    private final @Nullable String api;
    private final @Nullable String operation;
    private final Reply.@Nullable Cause cause;
    private final @Nullable AppliedRule rule;
    private final @Nullable String reason;
    private final List<Violation> violations;
    private final boolean warned;
    private final List<Violation> notes;
    private volatile long nanos;
    private final long askedLength;
    private final boolean streamed;
    private volatile long answerLength;
    private final int head;
    private volatile byte @Nullable [] requestBody;
    private volatile byte @Nullable [] answerBody;
    private final @Nullable OutcomeCounts endings;
    private volatile End end = End.OPEN;

    /** Who sent the request. */
    public enum Direction {
        /** A client sent it here. */
        IN,
        /** An API sent it, as a callback or a webhook. */
        OUT
    }

    /** How the sending of an answer ended. */
    public enum End {
        /** It is being sent. */
        OPEN,
        /** All of it was sent. */
        SENT,
        /** The connection or stream ended before. */
        CUT,
        /** The request was not sent, as nothing allows it, so that there is no answer. */
        UNSENT,
        /** The request was allowed, but not sent. */
        LOST;

        /** Whether the request was not sent. */
        public boolean isUnsent() {
            return this == UNSENT || this == LOST;
        }
    }

    JournalEntry(Session session, Direction direction, SentRequest sent, Body body, Answer answer, long nanos) {
        this.direction = direction;
        // Not the session itself, which would keep its records after it is dropped.
        this.key = session.key();
        this.counts = session.counts();
        this.requestBody = kept(body);
        // No byte of it is sent.
        this.answerBody =
                sent.method().equals("HEAD") ? null : kept(answer.response().body());
        this.askedLength = body.length();
        this.answerLength = length(answer.response().body());
        this.streamed = answer.response().body() instanceof Body.Items;
        this.sent = sent;
        // Not the answer itself, which would keep all of its body.
        this.status = answer.response().status();
        this.headers = answer.response().headers();
        this.api = answer.api();
        this.operation = answer.operation();
        this.cause = answer.cause();
        this.rule = answer.rule();
        this.reason = answer.reason();
        this.violations = answer.violations();
        this.warned = answer.warned();
        this.notes = answer.notes();
        this.nanos = nanos;
        this.endings =
                api == null || operation == null || isOut() ? null : counts.of(new Counts.Reached(api, operation));
        if (isOut()) {
            end = status == 0 ? End.CUT : End.SENT;
        }
        this.head = OVERHEAD
                + Weight.of(sent)
                + Weight.of(headers)
                + Weight.of(reason)
                + Weight.of(violations)
                + Weight.of(notes);
    }

    /** Null of a body that is not in memory. */
    private static byte @Nullable [] kept(Body body) {
        if (body instanceof Body.Stored || body instanceof Body.File || body instanceof Body.Items) {
            return null;
        }
        byte[] bytes = body.bytes();
        return bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes;
    }

    private static long length(Body body) {
        return body instanceof Body.File file ? file.length() : body.length();
    }

    /** To be called once, before anybody else knows of it. */
    void number(long own) {
        id = own;
    }

    /** Tells it from all other calls; later calls have larger ones. */
    public long id() {
        return id;
    }

    /** The key of the session whose call it was. */
    public String session() {
        return key;
    }

    /** The counts of that session, which no other session has. */
    Counts counts() {
        return counts;
    }

    /** Whether it is a call of this session. */
    boolean isOf(Session session) {
        return counts == session.counts();
    }

    /** Who sent the request. */
    Direction direction() {
        return direction;
    }

    /** Whether an API sent the request, and somebody else the answer. */
    public boolean isOut() {
        return direction == Direction.OUT;
    }

    /** Whether its request names a session; what an API sends has the one of the call that it follows. */
    public boolean isKeyed() {
        return isOut() || sent.isKeyed();
    }

    /** The request. */
    public SentRequest sent() {
        return sent;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The header fields of the answer, but for those that every answer has. */
    Map<String, String> headers() {
        return headers;
    }

    /** The contract that the call belongs to; null when it belongs to none. */
    public @Nullable String api() {
        return api;
    }

    /** The operation that was reached; null when none was. */
    public @Nullable String operation() {
        return operation;
    }

    /** Where the answer comes from; null if that is not known. */
    Reply.@Nullable Cause cause() {
        return cause;
    }

    /** The rule that decided about it; null for none. */
    @Nullable
    AppliedRule rule() {
        return rule;
    }

    /** Why it was refused; null if it was not. */
    public @Nullable String reason() {
        return reason;
    }

    /** All that was found on the way. */
    public List<Violation> violations() {
        return violations;
    }

    /** What was made of it. */
    public RedactedCall.Verdict verdict() {
        return RedactedCall.Verdict.of(end, status, operation, violations, warned, reason);
    }

    /** What was taken all the same, and is worth a look. */
    List<Violation> notes() {
        return notes;
    }

    /** From the first byte of the request to the end of the answer; to its beginning, before it has ended. */
    long nanos() {
        return nanos;
    }

    /** The bytes of the request's body, at most {@link #MOST}; null if they were dropped, or never in memory. */
    public byte @Nullable [] requestBody() {
        return requestBody;
    }

    /**
     * The bytes of the answer's body, at most {@link #MOST}; null if they were dropped, never in memory, or not sent.
     */
    byte @Nullable [] answerBody() {
        return answerBody;
    }

    /** How many bytes the request's body had. */
    public long askedLength() {
        return askedLength;
    }

    /**
     * How many bytes the answer's body had; of one that is made piece by piece, how many were sent. To HEAD it is what
     * the body of the answer to GET would have.
     */
    long answerLength() {
        return answerLength;
    }

    /** How the sending of its answer ended. */
    public End end() {
        return end;
    }

    /**
     * The sending of its answer ended so.
     *
     * @param written how many bytes of its body were written; that counts only where it was made piece by piece
     */
    public void ended(End how, long written) {
        if (streamed) {
            answerLength = written;
        }
        if (endings != null && how != end) {
            boolean refused = verdict().isRefusal();
            if (end == End.SENT) {
                endings.cutAfterAll(refused);
            } else {
                endings.ended(how == End.SENT, refused);
                endings.statuses().count(status);
            }
        }
        end = how;
    }

    /** It took so long until its answer ended, which effects or its own pace have made longer. */
    public void took(long all) {
        nanos = all;
    }

    /** What it takes without bodies, in bytes. */
    int head() {
        return head;
    }

    /** What its bodies take, in bytes. */
    int bodies() {
        byte[] one = requestBody;
        byte[] other = answerBody;
        return (one == null ? 0 : one.length) + (other == null ? 0 : other.length);
    }

    void dropBodies() {
        requestBody = null;
        answerBody = null;
    }
}
