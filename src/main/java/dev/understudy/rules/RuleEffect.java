package dev.understudy.rules;

import dev.understudy.api.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happens to the answers of a step on the wire.
 *
 * @param parts each makes an effect for one call
 * @param before whether the answer is lost, or delayed, before the call has changed anything
 */
record RuleEffect(List<Part> parts, boolean before) {
    static final RuleEffect NONE = new RuleEffect(List.of(), false);

    RuleEffect {
        parts = List.copyOf(parts);
    }

    /** One kind of effect, whose times and places may be drawn. */
    @FunctionalInterface
    interface Part {
        Effect drawn(RandomGenerator random);
    }

    /** The effects of one call. */
    Effect drawn(RandomGenerator random) {
        var drawn = new ArrayList<Effect>();
        parts.forEach(part -> drawn.add(part.drawn(random)));
        return Effect.of(drawn);
    }
}
