package dev.understudy.road;

import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.kept.Memo;
import dev.understudy.kept.OffHeap;
import dev.understudy.rules.AppliedRule;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A response, and what is known about how it came about.
 *
 * @param api the name of the contract that the request belongs to; null if it belongs to none
 * @param operation the operationId that the request reached; null if it reached none
 * @param violations all violations that were found
 * @param warned whether it is sent despite the violations, as calls or answers may break the contract
 * @param notes peculiarities that were accepted but are worth a look
 * @param cause the origin of the answer; null if it is a refusal, or unknown
 * @param reason why the request was refused, as a sentence for the log; null if it was not
 * @param ignored the query keys that nothing reads, such as {@code utm_source}
 * @param effect the effect on the answer on the wire
 * @param rule the rule that decided about the call; null for none
 * @param own whether it was answered from a state that only its session has, or created one
 * @param wire a copy of the body outside the heap, which can be sent without copying; null if there is none
 * @param memo remembers what was derived from it while it was sent; null if it is sent only once
 */
public record Answer(
        Response response,
        @Nullable String api,
        @Nullable String operation,
        List<Violation> violations,
        boolean warned,
        List<Violation> notes,
        Reply.@Nullable Cause cause,
        @Nullable String reason,
        List<String> ignored,
        Effect effect,
        @Nullable AppliedRule rule,
        boolean own,
        @Nullable ByteBuffer wire,
        @Nullable Memo memo) {
    public Answer {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
        ignored = List.copyOf(ignored);
    }

    /** An answer for a session that has changed nothing; it is sent unchanged, and only once. */
    public Answer(Response response, @Nullable String api, @Nullable String operation, List<Violation> violations) {
        this(
                response,
                api,
                operation,
                violations,
                false,
                List.of(),
                null,
                null,
                List.of(),
                Effect.NONE,
                null,
                false,
                null,
                null);
    }

    /** The answer of a receiver to a request that this API sent. */
    public static Answer of(
            Response response, String api, String title, List<Violation> violations, @Nullable String reason) {
        var draft = new Draft(response);
        draft.api = api;
        draft.operation = title;
        draft.violations = violations;
        draft.reason = reason;
        return draft.done();
    }

    /** A response that comes from no API. */
    public static Answer of(Response response) {
        return new Draft(response).done();
    }

    /** A refusal that comes from no API. */
    static Answer of(Response response, String reason) {
        var draft = new Draft(response);
        draft.reason = reason;
        return draft.done();
    }

    static Answer of(
            Contract contract,
            Admission admission,
            Response response,
            List<Violation> notes,
            Reply.@Nullable Cause cause,
            Effect effect,
            boolean own) {
        var draft = new Draft(response);
        draft.api = contract.name();
        draft.operation = admission.operationId();
        draft.effect = effect;
        draft.own = own;
        if (admission instanceof Refusal refusal) {
            draft.violations = refusal.violations();
            draft.reason = reason(refusal);
        } else {
            draft.notes = notes;
            draft.cause = cause;
        }
        return draft.done();
    }

    /** The first violation of the request; violations in a reply of the mock itself are logged separately. */
    private static @Nullable String reason(Refusal refusal) {
        Violation first = refusal.violations().get(0);
        if (refusal.status() == 501) {
            // The request is not at fault: the text describes the fault in the contract.
            return first.got();
        }
        return switch (first.place()) {
            case REPLY, RECORD -> null;
            // A cookie may be all that identifies a session, so its value is left out.
            case COOKIE -> first.where() + " " + first.must();
            default -> first.message();
        };
    }

    /** The id of the rule that decided about the call; null for none. */
    public @Nullable String ruleId() {
        return rule == null ? null : rule.id();
    }

    /** The keyword of each violation, such as {@code maximum}. */
    public List<String> violated() {
        return violations.stream().map(Violation::keyword).toList();
    }

    /** Whether every session that has changed nothing gets the same answer to the same request. */
    boolean isLasting() {
        return !own && !warned && effect instanceof Effect.None && response.body() instanceof Body.Whole;
    }

    /** The same answer, prepared for being sent often. */
    Answer kept(OffHeap bodies) {
        var draft = new Draft(this);
        draft.wire = wire == null ? bodies.copy(response.bytes()) : wire;
        draft.memo = new Memo();
        return draft.done();
    }

    /** Its approximate size in bytes while it is kept. */
    int weight() {
        return 1024 + 2 * response.bytes().length;
    }

    /**
     * The same answer with another response. For a kept answer, the response is created once and kept with it.
     *
     * @param name distinguishes this change from all others; there must be few names
     * @param change depends only on its name and the response
     */
    public Answer changed(Object name, UnaryOperator<Response> change) {
        return memo == null
                ? with(change.apply(response))
                : memo.get(name, Answer.class, () -> with(change.apply(response), new Memo())
                                .ignoring(List.of()))
                        .ignoring(ignored);
    }

    /** The same answer, with the rule that decided about it; the rule's effect, if any, replaces any other. */
    Answer decided(AppliedRule by, Effect other) {
        var draft = new Draft(this);
        draft.effect = other instanceof Effect.None ? effect : other;
        draft.rule = by;
        draft.own = true;
        return draft.done();
    }

    /**
     * The same answer, although the call or the answer breaks the contract; a header of the response lists the
     * violations.
     */
    Answer warning(List<Violation> broken, Response saying) {
        var draft = new Draft(this);
        draft.response = saying;
        draft.violations = Stream.concat(violations.stream(), broken.stream()).toList();
        draft.warned = true;
        draft.wire = null;
        draft.memo = null;
        return draft.done();
    }

    /** The same answer for a request with these query keys, which nothing reads. */
    Answer ignoring(List<String> keys) {
        if (ignored.equals(keys)) {
            return this;
        }
        var draft = new Draft(this);
        draft.ignored = keys;
        return draft.done();
    }

    /** The same answer with this effect on the wire; it is sent once, and never kept for other calls. */
    public Answer with(Effect other) {
        var draft = new Draft(this);
        draft.effect = other;
        draft.memo = null;
        return draft.done();
    }

    /** The same answer with another response, to be sent once. */
    Answer with(Response other) {
        return with(other, null);
    }

    private Answer with(Response other, @Nullable Memo made) {
        var draft = new Draft(this);
        draft.response = other;
        draft.wire = other.bytes() == response.bytes() ? wire : null;
        draft.memo = made;
        return draft.done();
    }

    /** Builds an answer. */
    private static final class Draft {
        private Response response;
        private @Nullable String api;
        private @Nullable String operation;
        private List<Violation> violations = List.of();
        private boolean warned;
        private List<Violation> notes = List.of();
        private Reply.@Nullable Cause cause;
        private @Nullable String reason;
        private List<String> ignored = List.of();
        private Effect effect = Effect.NONE;
        private @Nullable AppliedRule rule;
        private boolean own;
        private @Nullable ByteBuffer wire;
        private @Nullable Memo memo;

        Draft(Response response) {
            this.response = response;
        }

        Draft(Answer from) {
            response = from.response;
            api = from.api;
            operation = from.operation;
            violations = from.violations;
            warned = from.warned;
            notes = from.notes;
            cause = from.cause;
            reason = from.reason;
            ignored = from.ignored;
            effect = from.effect;
            rule = from.rule;
            own = from.own;
            wire = from.wire;
            memo = from.memo;
        }

        Answer done() {
            return new Answer(
                    response,
                    api,
                    operation,
                    violations,
                    warned,
                    notes,
                    cause,
                    reason,
                    ignored,
                    effect,
                    rule,
                    own,
                    wire,
                    memo);
        }
    }
}
