package dev.understudy.api;

import dev.understudy.fixture.State;
import java.util.List;

/**
 * One mocked API: it answers admitted calls, and words refusals in the error format of its vendor. It stores no data
 * itself, so the same call on the same state always has the same outcome, and a call can safely be repeated.
 */
public interface MockApi {
    /** The collections that the API needs in its state. */
    List<Fixture<?>> fixtures();

    /** The outcome of a call that keeps the contract. */
    Outcome<? extends Reply> answer(Call call, State state);

    /** Words the refusal in this API's error format, with the refusal's status. */
    Reply refuse(Refusal refusal);
}
