package dev.understudy.road;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.MockApi;
import dev.understudy.api.Objection;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.kept.Kept;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One API behind its contract: a request is admitted or refused, and only a reply that keeps the contract is released.
 */
public final class ContractExchange implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(ContractExchange.class);

    /** Statuses from here on are failures of ours; they are worked out anew each time. */
    private static final int OUR_FAULT = 500;

    private final Contract contract;
    private final MockApi api;
    private final BodyLimit limit;
    private final Kept<Asked, Answer> answers;

    /** This API, held to this contract, with bodies of the usual size; every answer is worked out anew. */
    public ContractExchange(Contract contract, MockApi api) {
        this(contract, api, BodyLimit.DEFAULT, 0, StatsCounter.disabledStatsCounter());
    }

    /**
     * This API, held to this contract.
     *
     * @param kept how many bytes of answers are kept at most, for calls that come again, in whatever spelling
     * @param use hears of each call whether its answer was kept
     */
    public ContractExchange(Contract contract, MockApi api, BodyLimit limit, long kept, StatsCounter use) {
        this.contract = contract;
        this.api = api;
        this.limit = limit;
        this.answers = new Kept<>(kept, ContractExchange::weight, Answer::kept, use);
    }

    /** How many bytes of answers are kept now. */
    public long bytes() {
        return answers.bytes();
    }

    @Override
    public Answer answer(Request request) {
        Admission admission = null;
        try {
            admission = contract.admit(request);
            if (limit.exceeded(request) && contentMatters(admission)) {
                Refusal refusal = limit.refusal(contract.source(), admission.operationId());
                // An operation that takes no body documents no 413; to such a one the body means nothing.
                if (contract.release(refusal, api.refuse(refusal)) instanceof Response response) {
                    return answer(refusal, response);
                }
            }
            Asked asked = admission instanceof Call call ? new Asked(call, call.hashCode()) : null;
            Answer kept = asked == null ? null : answers.get(asked);
            if (kept != null) {
                return kept;
            }
            Reply reply = asked == null ? api.refuse((Refusal) admission) : api.answer(asked.call());
            Release release = contract.release(admission, reply);
            if (release instanceof Objection objection) {
                LOG.error("{}", objection.sentence());
                return excuse(objection.refusal());
            }
            Response response = (Response) release;
            Answer answer = answer(admission, response);
            if (asked != null && response.status() < OUR_FAULT) {
                answers.offer(asked, answer);
            }
            return answer;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return excuse(failed(admission == null ? null : admission.operationId(), e));
        }
    }

    /** A body that was cut off is judged last: a wrong path, method or token comes before it. */
    private static boolean contentMatters(Admission admission) {
        return admission instanceof Call || ((Refusal) admission).status() == 400;
    }

    /** The failure is ours: the API words it, or, if it cannot, we do. */
    private Answer excuse(Refusal refusal) {
        try {
            if (contract.release(refusal, api.refuse(refusal)) instanceof Response response) {
                return answer(refusal, response);
            }
            LOG.error("The error body of {} breaks its contract too", contract.source());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            Failure.logged("wording a refusal of " + contract.source(), e);
        }
        String detail = "The mock broke its own contract, %s, and has no error body that keeps it. Its log says more.";
        Problem problem = Problem.of(500, "Internal Server Error", detail.formatted(contract.source()), "");
        return answer(refusal, problem.response(Map.of()));
    }

    private Refusal failed(@Nullable String operation, Throwable cause) {
        Failure failure = Failure.logged(operation == null ? contract.source() : operation, cause);
        var violation = new Violation(Place.REPLY, "", "", "failure", "come from a working mock", failure.text());
        return new Refusal(500, contract.source(), operation, List.of(violation), Map.of());
    }

    private Answer answer(Admission admission, Response response) {
        List<String> violated = admission instanceof Refusal refusal
                ? refusal.violations().stream().map(Violation::keyword).toList()
                : List.of();
        return new Answer(response, contract.name(), admission.operationId(), violated);
    }

    /** What is made of an answer on its way out is kept with it: other header fields, and the body gzipped. */
    private static int weight(Asked asked, Answer answer) {
        int made = 2048 + answer.response().body().length;
        return 256 + 4 * asked.call().arguments().toString().length() + answer.weight() + made;
    }

    /** A call with its hash, which is asked for more than once and costs a walk over all arguments. */
    private record Asked(Call call, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }
}
