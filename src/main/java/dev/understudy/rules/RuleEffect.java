package dev.understudy.rules;

import dev.understudy.api.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The effects of a step on its answers on the wire.
 *
 * @param parts each creates an effect for one call
 * @param before whether the answer is lost, or delayed, before the call changes anything
 */
record RuleEffect(List<Part> parts, boolean before) {
    static final RuleEffect NONE = new RuleEffect(List.of(), false);

    RuleEffect {
        parts = List.copyOf(parts);
    }

    /** One kind of effect, with times and places that may be random. */
    @FunctionalInterface
    interface Part {
        Effect drawn(RandomGenerator random);
    }

    /** The effects for one call. */
    Effect drawn(RandomGenerator random) {
        var drawn = new ArrayList<Effect>();
        parts.forEach(part -> drawn.add(part.drawn(random)));
        return Effect.of(drawn);
    }
}
