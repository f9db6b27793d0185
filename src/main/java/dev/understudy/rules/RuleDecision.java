package dev.understudy.rules;

import dev.understudy.api.Call;
import dev.understudy.api.Effect;
import dev.understudy.api.Release;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a rule decides about one call.
 *
 * @param effect what happens to the answer on the wire
 * @param retryAfter whole seconds until its limit lets calls through again; 0 for a rule without a limit
 */
public record RuleDecision(Rule rule, Step step, Effect effect, long retryAfter) {
    /** Whether the answer is its own, and the call changes nothing. */
    public boolean answers() {
        return step.answer() != null;
    }

    /** Whether the answer is lost before the call has changed anything. */
    public boolean isLost() {
        return step.effect().before() && parts().anyMatch(RuleDecision::loses);
    }

    /** How long the call waits before it does anything; what is lost or changes nothing does not. */
    public Duration waits() {
        return answers() || !step.effect().before() || isLost()
                ? Duration.ZERO
                : parts().filter(Effect.Delay.class::isInstance)
                        .map(delay -> ((Effect.Delay) delay).time())
                        .findFirst()
                        .orElse(Duration.ZERO);
    }

    /** The same, when that time is over. */
    public RuleDecision waited() {
        List<Effect> left =
                parts().filter(part -> !(part instanceof Effect.Delay)).toList();
        return new RuleDecision(rule, step, Effect.of(left), retryAfter);
    }

    private Stream<Effect> parts() {
        return effect instanceof Effect.Together together ? together.parts().stream() : Stream.of(effect);
    }

    private static boolean loses(Effect part) {
        return part instanceof Effect.Cut || part instanceof Effect.Reset || part instanceof Effect.Truncate;
    }

    /**
     * The answer, or what it breaks.
     *
     * @param otherwise what there would be without the rule
     */
    public Release answer(Call call, Supplier<Release> otherwise) {
        Map<String, String> later = retryAfter == 0 ? Map.of() : Map.of("Retry-After", Long.toString(retryAfter));
        return Objects.requireNonNull(step.answer()).release(call, otherwise, rule.id(), later);
    }

    /** The rule that decided. */
    public AppliedRule applied() {
        RuleAnswer answer = step.answer();
        return new AppliedRule(rule.id(), answer != null && answer.unchecked());
    }
}
