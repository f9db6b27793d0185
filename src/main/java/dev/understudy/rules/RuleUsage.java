package dev.understudy.rules;

import dev.understudy.api.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The usage of a rule in a session: its counts, and the current period of its limit. */
final class RuleUsage {
    /** Spreads consecutive numbers, so that the random seeds made from them differ (the increment of SplitMix64). */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long matched;
    private long used;
    private @Nullable Instant began;
    private long passed;

    synchronized long matched() {
        return matched;
    }

    synchronized long used() {
        return used;
    }

    /** Whether the rule is used up. */
    synchronized boolean isUp(Rule rule) {
        return rule.step(used).isEmpty();
    }

    /**
     * The rule's decision about a call that matches it; empty if it leaves the call to older rules.
     *
     * @param seed the session's seed
     */
    synchronized Optional<RuleDecision> take(Rule rule, Instant now, long seed) {
        Optional<Step> step = rule.step(used);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        matched++;
        long own = rule.seed() == null ? seed ^ (rule.id().hashCode() * GAMMA) : rule.seed();
        var random = new SplittableRandom(own ^ (matched * GAMMA));
        if (rule.chance() < 1 && random.nextDouble() >= rule.chance()) {
            return Optional.empty();
        }
        long wait = 0;
        if (rule.limit() != null) {
            wait = wait(rule.limit(), now);
            if (wait == 0) {
                return Optional.empty();
            }
        }
        used++;
        Effect effect = step.get().effect().drawn(random);
        return Optional.of(new RuleDecision(rule, step.get(), effect, wait));
    }

    /** The whole seconds until calls pass again, at least 1; 0 if this call passes. */
    private long wait(RateLimit limit, Instant now) {
        Instant start = began;
        // A clock that was set back starts a new period, too.
        if (start == null || now.isBefore(start) || !now.isBefore(start.plus(limit.per()))) {
            began = now;
            passed = 0;
            start = now;
        }
        if (passed < limit.calls()) {
            passed++;
            return 0;
        }
        Duration left = Duration.between(now, start.plus(limit.per()));
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
