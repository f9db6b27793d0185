package dev.understudy.road;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Admission;
import dev.understudy.api.Arguments;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Effect;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Preference;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.ToleratedCall;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Routes;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.kept.AnswerCache;
import dev.understudy.rules.RuleDecision;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.InitialStates;
import dev.understudy.session.Session;
import dev.understudy.session.Strictness.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a call in four steps: finds the contract for its path among all contracts, admits or refuses the request,
 * lets the API answer from the session's state, and releases only what keeps the contract.
 */
public final class Road implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Road.class);

    /**
     * In bytes: larger bodies seldom come again, and caching an answer would mean keeping the whole body as its key.
     */
    private static final int MOST_ASKED = 65_536;

    /** Statuses from here on are failures of the server, which are never cached. */
    private static final int OUR_FAULT = 500;

    /** Statuses that refuse the content of a request, not the resource it asks for. */
    private static final Set<Integer> OF_WHAT_IS_SAID = Set.of(400, 422);

    private final Routes routes;
    private final Map<Contract, MockApi> apis;
    private final InitialStates initialStates;
    private final AnswerCache<Asked, Answer> answers;
    private final UnknownPath nowhere;
    private final Rulebook rules;
    /** The operations of contracts of the user that have been called before. */
    private final Set<Operation> called = ConcurrentHashMap.newKeySet();

    /** Serves these APIs from loaded data, without rules and without a cache. */
    public Road(Map<Contract, MockApi> apis, State loaded) {
        this(apis, loaded, 0, StatsCounter.disabledStatsCounter());
    }

    /** Serves these APIs from loaded data, without rules but with a cache. */
    Road(Map<Contract, MockApi> apis, State loaded, long kept, StatsCounter use) {
        this(apis, InitialStates.all(loaded), Rulebook.NONE, kept, use);
    }

    /**
     * Serves these APIs.
     *
     * @param initialStates the states that sessions start with
     * @param rules the rules that change the answers to some calls
     * @param kept the maximum size, in bytes, of the cache of answers to equal calls, however they are spelled
     * @param use counts cache hits and misses
     */
    public Road(Map<Contract, MockApi> apis, InitialStates initialStates, Rulebook rules, long kept, StatsCounter use) {
        this.routes = new Routes(apis.keySet());
        this.apis = Map.copyOf(apis);
        this.initialStates = initialStates;
        this.rules = rules;
        this.answers = new AnswerCache<>(kept, Asked::weight, Answer::kept, use);
        this.nowhere = new UnknownPath(routes);
    }

    /** The current size of the answer cache in bytes. */
    public long bytes() {
        return answers.bytes();
    }

    /** The paths that lead to an API. */
    public Routes routes() {
        return routes;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        Request request = incoming.request();
        Match match = routes.match(request);
        if (match instanceof Match.Here here) {
            return answer(incoming, here);
        } else if (match instanceof Match.Below below) {
            return answer(incoming, match, below.contract());
        } else if (match instanceof Match.Undecided undecided) {
            return answer(incoming, match, undecided.contract());
        } else if (match instanceof Match.OtherHost others) {
            return nowhere.answer(request, others.contracts());
        }
        return nowhere.answer(request);
    }

    /**
     * The first call of an operation of a user's contract compiles its schemas and checks its examples, and a large
     * body may have half a million items. Both are too slow for an event loop.
     */
    private Answer answer(IncomingRequest incoming, Match.Here here) {
        Operation asked = here.contract().isBrought()
                ? here.operation(incoming.request().method()).orElse(null)
                : null;
        if (asked != null && incoming.request().body().length() > MOST_ASKED) {
            incoming.budget().requireUnlimited();
        }
        if (asked == null || called.contains(asked)) {
            return answer(incoming, here, here.contract());
        }
        incoming.budget().requireUnlimited();
        Answer answer = answer(incoming, here, here.contract());
        called.add(asked);
        return answer;
    }

    private Answer answer(IncomingRequest incoming, Match match, Contract contract) {
        MockApi api = Objects.requireNonNull(apis.get(contract));
        Admission admission = null;
        try {
            admission = sized(
                    contract.admit(match, incoming.request()),
                    incoming.request().body(),
                    contract);
            if (incoming.strictness().requests() != Level.FAIL && admission instanceof Refusal refusal) {
                return tolerated(incoming, match, contract, api, refusal);
            }
            return admitted(incoming, contract, api, admission);
        } catch (ScanBudget.Exceeded | Postponed e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return new ServerErrorAnswer(contract, api, false)
                    .of(admission == null ? null : admission.operationId(), e);
        }
    }

    private Answer admitted(IncomingRequest incoming, Contract contract, MockApi api, Admission admission) {
        if (!(admission instanceof Call call)) {
            return answer(incoming, contract, api, admission, true);
        }
        Call seeded = call.seeded(Objects.requireNonNullElse(incoming.session().seed(), 0L));
        boolean ruled =
                incoming.decision() != null || rules.concerns(incoming.session().rules(), contract.name(), seeded);
        Answer answer = ruled ? ruled(incoming, contract, api, seeded) : answer(incoming, contract, api, seeded, true);
        return IgnoredKeys.reported(answer, seeded);
    }

    /**
     * The answer to a call that breaks the contract, if that is allowed. It is refused as usual if no answer is
     * possible: the API may be unable to represent the arguments. As the call breaks the contract, the answer may do so
     * too.
     */
    private Answer tolerated(IncomingRequest incoming, Match match, Contract contract, MockApi api, Refusal refusal) {
        Optional<ToleratedCall> tolerated = contract.tolerate(match, incoming.request());
        if (tolerated.isPresent()) {
            try {
                Answer answer = admitted(
                        incoming.breaking(), contract, api, tolerated.get().call());
                boolean warns = incoming.strictness().requests() == Level.WARN;
                if (isAnswer(answer)) {
                    return warns ? Warnings.with(answer, tolerated.get().violations()) : answer;
                }
            } catch (ScanBudget.Exceeded | Postponed e) {
                throw e;
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                LOG.debug("{} cannot be answered as it is", refusal.where(), e);
            }
        }
        return answer(incoming, contract, api, refusal, true);
    }

    /**
     * Whether this answers the call. It does not if the API refused the content, as it does for a write that fits no
     * record, or if the reply is invalid.
     */
    private static boolean isAnswer(Answer answer) {
        boolean refused = OF_WHAT_IS_SAID.contains(answer.response().status()) && answer.rule() == null;
        return !refused && (answer.violations().isEmpty() || answer.warned());
    }

    /**
     * The API's answer, from the cache if possible.
     *
     * @param keeping whether the answer may be reused for other calls
     */
    private Answer answer(
            IncomingRequest incoming, Contract contract, MockApi api, Admission admission, boolean keeping) {
        Session session = incoming.session();
        State base = initialStates.of(session, incoming.budget());
        if (session.isBehind(base)) {
            incoming.budget().requireUnlimited();
        }
        State before = session.state(base);
        boolean small = keeping && incoming.request().body().length() <= MOST_ASKED;
        Asked asked = admission instanceof Call call && before == initialStates.loaded() && small
                ? Asked.of(contract, call)
                : null;
        Answer known = asked == null ? null : answers.get(asked);
        if (known != null) {
            return known;
        }
        Outcome<?> outcome = admission instanceof Call call
                ? api.answer(call, before.within(incoming.budget()).at(session.clock()))
                : new Outcome<>(api.refuse((Refusal) admission), before);
        ReleasedReply released = ReleasedReply.of(
                contract.release(admission, outcome.reply()),
                incoming.strictness().responses());
        if (released.release() instanceof InvalidReply invalid) {
            return new ServerErrorAnswer(contract, api, incoming.broken()).of(invalid);
        }
        boolean changed = !outcome.next().isSameAs(before);
        if (changed
                && !session.advance(
                        base,
                        before,
                        outcome.next().within(ScanBudget.UNLIMITED).at(null))) {
            // Another call has changed the state in the meantime. The change of this call was never visible, so the
            // call is answered again.
            return answer(incoming, contract, api, admission, keeping);
        }
        Effect effect = outcome.reply().effect();
        boolean own = changed || before != initialStates.loaded() || !keeping || !released.lasting();
        Answer answer = Answer.of(
                contract,
                met(admission, outcome.reply()),
                (Response) released.release(),
                outcome.reply().notes(),
                cause(contract, outcome),
                effect,
                own);
        if (asked != null && answer.isLasting() && answer.response().status() < OUR_FAULT) {
            answers.offer(asked, answer);
        }
        return Warnings.with(answer, released.violations());
    }

    /** The answer to a call of an operation with rules; rules may take long. */
    private Answer ruled(IncomingRequest incoming, Contract contract, MockApi api, Call call) {
        incoming.budget().requireUnlimited();
        Session session = incoming.session();
        RuleDecision decision = incoming.decision() != null
                ? incoming.decision()
                : session.rules()
                        .decide(rules, contract.name(), call, session.clock(), session.seed())
                        .orElse(null);
        if (decision == null) {
            return answer(incoming, contract, api, call, false);
        } else if (!decision.waits().isZero()) {
            throw new Postponed(decision.waits(), incoming.decided(decision.waited()));
        } else if (!decision.answers() && !decision.isLost()) {
            return answer(incoming, contract, api, call, false).decided(decision.applied(), decision.effect());
        }
        return unchanging(incoming, contract, api, call, decision);
    }

    /** The answer to a call that changes nothing. */
    private Answer unchanging(
            IncomingRequest incoming, Contract contract, MockApi api, Call call, RuleDecision decision) {
        Session session = incoming.session();
        AtomicReference<@Nullable Answer> plain = new AtomicReference<>();
        AtomicReference<@Nullable Response> same = new AtomicReference<>();
        Supplier<Release> otherwise = () -> {
            Outcome<?> outcome = api.answer(
                    call,
                    session.state(initialStates.of(session, incoming.budget()))
                            .within(incoming.budget())
                            .at(session.clock()));
            ReleasedReply released = ReleasedReply.of(
                    contract.release(call, outcome.reply()),
                    incoming.strictness().responses());
            if (released.release() instanceof Response response) {
                Answer made = Answer.of(
                        contract,
                        met(call, outcome.reply()),
                        response,
                        List.of(),
                        cause(contract, outcome),
                        Effect.NONE,
                        true);
                plain.set(Warnings.with(made, released.violations()));
                same.set(response);
            }
            return released.release();
        };
        ReleasedReply ruled = ReleasedReply.of(
                decision.answers() ? decision.answer(call, otherwise) : otherwise.get(),
                incoming.strictness().responses());
        Release release = ruled.release();
        if (release instanceof InvalidReply invalid) {
            return new ServerErrorAnswer(contract, api, incoming.broken())
                    .of(invalid)
                    .decided(decision.applied(), Effect.NONE);
        }
        Answer otherwiseSaid = plain.get();
        Answer answer = otherwiseSaid != null && release == same.get()
                ? otherwiseSaid
                : Answer.of(contract, call, (Response) release, List.of(), Reply.Cause.RULE, Effect.NONE, true);
        return Warnings.with(answer, ruled.violations()).decided(decision.applied(), decision.effect());
    }

    /** The outcome of a request: a call that the server could not answer as the contract defines counts as refused. */
    private static Admission met(Admission admission, Reply reply) {
        Refusal failure = reply.failure();
        return failure == null ? admission : failure;
    }

    /** APIs that were written for their contracts answer only from records. */
    private static Reply.@Nullable Cause cause(Contract contract, Outcome<?> outcome) {
        return contract.isBrought() ? outcome.reply().cause() : Reply.Cause.RECORD;
    }

    /** A body that is too large is reported last: a wrong path, method or token takes precedence. */
    private static Admission sized(Admission admission, Body body, Contract contract) {
        boolean matters = admission instanceof Call || OF_WHAT_IS_SAID.contains(((Refusal) admission).status());
        if (!(body instanceof Body.TooLarge large)
                || !matters
                || !contract.refusesLargeBodies(admission.operationId())) {
            // An operation without a body documents no 413, and ignores the body.
            return admission;
        }
        var violation = new Violation(Place.BODY, "", "", "size", "have at most " + large.most() + " bytes", "larger");
        return new Refusal(413, contract.source(), admission.operationId(), List.of(violation), Map.of());
    }

    /** A call with its hash, which is needed several times and takes a walk over all arguments. */
    private record Asked(Contract contract, Call call, int hash) {
        static Asked of(Contract contract, Call call) {
            Call plain = call.withoutIgnored();
            return new Asked(contract, plain, hash(plain));
        }

        /** Of all that tells calls apart; hashes of records would be linked at the first call. */
        private static int hash(Call call) {
            Arguments arguments = call.arguments();
            Preference preference = call.preference();
            return Objects.hash(
                    call.operationId(),
                    arguments.path(),
                    arguments.query(),
                    arguments.header(),
                    arguments.cookie(),
                    arguments.body(),
                    call.produces(),
                    preference.code(),
                    preference.example(),
                    preference.seed(),
                    call.target().address(),
                    call.target().query(),
                    call.pace().items(),
                    call.pace().every(),
                    call.seed());
        }

        /**
         * The weight of an answer with what is derived from it when it is sent: other header fields, and the gzipped
         * body.
         */
        static int weight(Asked asked, Answer answer) {
            int made = 2048 + answer.response().bytes().length;
            return 256 + 4 * asked.call().arguments().length() + answer.weight() + made;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked asked
                    && hash == asked.hash
                    && contract == asked.contract
                    && call.equals(asked.call);
        }
    }
}
