package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.match.CallPattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the calls that match a pattern.
 *
 * @param id tells it from others, as {@code [A-Za-z0-9._-]{1,64}}
 * @param source as it was given
 * @param repeat whether the steps begin again after the last one
 * @param chance the share of the matching calls that it is for, above 0 and at most 1
 * @param seed what its draws begin with; null for what those of the session do
 * @param limit lets so many calls through, and is for those that come after; null for none
 */
public record Rule(
        String id,
        JsonNode source,
        CallPattern call,
        List<Step> steps,
        boolean repeat,
        double chance,
        @Nullable Long seed,
        @Nullable RateLimit limit) {
    public Rule {
        steps = List.copyOf(steps);
    }

    /** How many calls it may decide about after so many; empty if there is no end. */
    Optional<Long> left(long used) {
        long all = 0;
        for (Step step : steps) {
            if (repeat || step.times() == Step.ENDLESS) {
                return Optional.empty();
            }
            all += step.times();
        }
        return Optional.of(Math.max(0, all - used));
    }

    /** The step whose turn it is after so many calls; empty if the rule is used up. */
    Optional<Step> step(long used) {
        long round = 0;
        for (Step step : steps) {
            if (step.times() == Step.ENDLESS) {
                round = Step.ENDLESS;
                break;
            }
            round += step.times();
        }
        long left = repeat && round != Step.ENDLESS ? used % round : used;
        for (Step step : steps) {
            if (left < step.times()) {
                return Optional.of(step);
            }
            left -= step.times();
        }
        return Optional.empty();
    }
}
