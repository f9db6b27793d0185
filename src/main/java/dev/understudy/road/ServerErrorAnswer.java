package dev.understudy.road;

import dev.understudy.api.Effect;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.MockApi;
import dev.understudy.api.Refusal;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The answer when the server fails: a 500 in the API's error format, or a plain one if that fails too. The failure is
 * logged.
 *
 * @param expected whether the call broke the contract, so that an invalid answer is no surprise
 */
record ServerErrorAnswer(Contract contract, MockApi api, boolean expected) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerErrorAnswer.class);

    /** The answer for a reply that breaks the contract. */
    Answer of(InvalidReply invalid) {
        LOG.atLevel(expected ? Level.DEBUG : Level.ERROR).log(invalid.sentence());
        return worded(invalid.refusal());
    }

    /** The answer for an exception. */
    Answer of(@Nullable String operation, Throwable cause) {
        Failure failure = Failure.logged(operation == null ? contract.source() : operation, cause);
        var violation = new Violation(Place.REPLY, "", "", "failure", "come from a working mock", failure.text());
        return worded(new Refusal(500, contract.source(), operation, List.of(violation), Map.of()));
    }

    private Answer worded(Refusal refusal) {
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

    private Answer answer(Refusal refusal, Response response) {
        return Answer.of(contract, refusal, response, List.of(), null, Effect.NONE, false);
    }
}
