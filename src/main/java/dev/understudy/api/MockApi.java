package dev.understudy.api;

import dev.understudy.fixture.State;
import java.util.List;

/**
 * One mocked API: answers admitted calls, and words refusals in its vendor's own error body. It keeps no data of its
 * own, so the same call on the same state always has the same outcome, and nothing is lost by asking again.
 */
public interface MockApi {
    /** The collections that a state must have for this API. */
    List<Fixture<?>> fixtures();

    /** The outcome of a call that keeps the contract. */
    Outcome<? extends Reply> answer(Call call, State state);

    /** The refusal in this API's error body; its status is the refusal's. */
    Reply refuse(Refusal refusal);
}
