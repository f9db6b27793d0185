package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.match.CallPattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do with the calls that match a pattern.
 *
 * @param id the unique id, as {@code [A-Za-z0-9._-]{1,64}}
 * @param source the rule as it was given
 * @param repeat whether the steps start again after the last one
 * @param chance the share of the matching calls that the rule applies to, above 0 and at most 1
 * @param seed the seed of its random choices; null to derive it from the session's
 * @param limit the calls that pass before the rule applies; null for no limit
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

    /** How many more calls the rule may decide about after this many; empty if there is no end. */
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

    /** The step for the next call after this many; empty if the rule is used up. */
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
