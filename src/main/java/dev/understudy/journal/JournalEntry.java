package dev.understudy.journal;

import dev.understudy.api.Body;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.road.Answer;
import dev.understudy.rules.AppliedRule;
import dev.understudy.session.Counts;
import dev.understudy.session.OutcomeCounts;
import dev.understudy.session.Session;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call and its answer. Bodies are cut at a limit, and may be dropped later. */
public final class JournalEntry {
    /** How many bytes of a body are kept at most. */
    static final int MOST = 65_536;

    /** The approximate memory, in bytes, of the objects other than texts and bodies. */
    private static final int OVERHEAD = 800;

    private long id;
    private final String key;
    /** These identify the session, even if a later one has the same key, and keep nothing of it in memory. */
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
    private final BodyRing.@Nullable Copy requestBody;
    private final BodyRing.@Nullable Copy answerBody;
    private final @Nullable OutcomeCounts endings;
    private volatile End end = End.OPEN;

    /** The sender of the request. */
    public enum Direction {
        /** A client sent the request to this server. */
        IN,
        /** An API sent the request, as a callback or a webhook. */
        OUT
    }

    /** How the answer ended. */
    public enum End {
        /** It is still being sent. */
        OPEN,
        /** It was sent completely. */
        SENT,
        /** The connection or stream ended before the answer was complete. */
        CUT,
        /** The request was not sent because no setting allows it, so there is no answer. */
        UNSENT,
        /** The request was allowed, but could not be sent. */
        LOST;

        /** Whether the request was not sent. */
        public boolean isUnsent() {
            return this == UNSENT || this == LOST;
        }
    }

    /** @param copies where its bodies are copied to */
    JournalEntry(
            Session session,
            Direction direction,
            SentRequest sent,
            Body body,
            Answer answer,
            long nanos,
            BodyRing copies) {
        this.direction = direction;
        // Do not keep the session, which would keep its records after it was dropped.
        this.key = session.key();
        this.counts = session.counts();
        this.requestBody = kept(body, copies);
        // No byte of the body is sent.
        this.answerBody =
                sent.method().equals("HEAD") ? null : kept(answer.response().body(), copies);
        this.askedLength = body.length();
        this.answerLength = length(answer.response().body());
        this.streamed = answer.response().body() instanceof Body.Items;
        this.sent = sent;
        // Do not keep the answer, which would keep its whole body.
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

    /** The first bytes of a body; null if it is not in memory. */
    private static BodyRing.@Nullable Copy kept(Body body, BodyRing copies) {
        if (body instanceof Body.Stored || body instanceof Body.File || body instanceof Body.Items) {
            return null;
        }
        return copies.copy(body.bytes(), MOST);
    }

    private static long length(Body body) {
        return body instanceof Body.File file ? file.length() : body.length();
    }

    /** Sets the id; called once, before the entry is published. */
    void number(long own) {
        id = own;
    }

    /** The unique id of the call; later calls have larger ids. */
    public long id() {
        return id;
    }

    /** The key of the session. */
    public String session() {
        return key;
    }

    /** The counts of the session, which identify it. */
    Counts counts() {
        return counts;
    }

    /** Whether the call belongs to this session. */
    boolean isOf(Session session) {
        return counts == session.counts();
    }

    /** The sender of the request. */
    Direction direction() {
        return direction;
    }

    /** Whether an API sent the request, and a receiver the answer. */
    public boolean isOut() {
        return direction == Direction.OUT;
    }

    /** Whether the request names a session; a request from an API belongs to the session of the call that caused it. */
    public boolean isKeyed() {
        return isOut() || sent.isKeyed();
    }

    /** The request without its body. */
    public SentRequest sent() {
        return sent;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The header fields of the answer, without those that every answer has. */
    Map<String, String> headers() {
        return headers;
    }

    /** The contract that the call belongs to; null if it belongs to none. */
    public @Nullable String api() {
        return api;
    }

    /** The operation that the call reached; null if it reached none. */
    public @Nullable String operation() {
        return operation;
    }

    /** The origin of the answer; null if unknown. */
    Reply.@Nullable Cause cause() {
        return cause;
    }

    /** The rule that decided about the call; null for none. */
    @Nullable
    AppliedRule rule() {
        return rule;
    }

    /** Why the call was refused; null if it was not. */
    public @Nullable String reason() {
        return reason;
    }

    /** All violations that were found. */
    public List<Violation> violations() {
        return violations;
    }

    /** The overall result of the call. */
    public RedactedCall.Verdict verdict() {
        return RedactedCall.Verdict.of(end, status, operation, violations, warned, reason);
    }

    /** Peculiarities that were accepted but are worth a look. */
    List<Violation> notes() {
        return notes;
    }

    /**
     * The nanoseconds from the first byte of the request to the end of the answer, or to its start until it has ended.
     */
    long nanos() {
        return nanos;
    }

    /** The request's body, at most {@link #MOST} bytes; null if it was dropped, or never in memory. */
    public byte @Nullable [] requestBody() {
        return requestBody == null ? null : requestBody.bytes();
    }

    /** The answer's body, at most {@link #MOST} bytes; null if it was dropped, never in memory, or not sent. */
    byte @Nullable [] answerBody() {
        return answerBody == null ? null : answerBody.bytes();
    }

    /** The length of the request's body in bytes. */
    public long askedLength() {
        return askedLength;
    }

    /**
     * The length of the answer's body in bytes. For generated pieces it is the number of bytes sent; for HEAD it is the
     * length of the answer to GET.
     */
    long answerLength() {
        return answerLength;
    }

    /** How the answer ended. */
    public End end() {
        return end;
    }

    /**
     * Sets how the answer ended.
     *
     * @param written how many bytes of its body were sent; used only for a body that is generated in pieces
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

    /** Sets the time until the end of the answer, for an answer that effects or its own pace made longer. */
    public void took(long all) {
        nanos = all;
    }

    /** The approximate memory it takes without bodies, in bytes. */
    int head() {
        return head;
    }

    /** The memory its bodies take, in bytes. */
    int bodies() {
        return (requestBody == null ? 0 : requestBody.length()) + (answerBody == null ? 0 : answerBody.length());
    }
}
