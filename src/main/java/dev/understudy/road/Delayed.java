package dev.understudy.road;

import dev.understudy.api.Effect;
import java.time.Duration;

/** Delays all answers of APIs, except those with an effect of their own and those to preflights. */
public final class Delayed implements Filter {
    private final Effect effect;

    /** @param time how long answers are delayed */
    public Delayed(Duration time) {
        effect = new Effect.Delay(time);
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Answer answer = next.answer(incoming);
            boolean waits = answer.effect() instanceof Effect.None
                    && !incoming.session().key().isEmpty();
            return waits ? answer.with(effect) : answer;
        };
    }
}
