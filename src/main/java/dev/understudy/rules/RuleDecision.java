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
 * The decision of a rule about one call.
 *
 * @param effect the effect on the answer on the wire
 * @param retryAfter the whole seconds until its limit lets calls pass again; 0 for a rule without a limit
 */
public record RuleDecision(Rule rule, Step step, Effect effect, long retryAfter) {
    /** Whether the rule supplies the answer, so that the call changes nothing. */
    public boolean answers() {
        return step.answer() != null;
    }

    /** Whether the answer is lost before the call changes anything. */
    public boolean isLost() {
        return step.effect().before() && parts().anyMatch(RuleDecision::loses);
    }

    /** How long the call waits before it does anything; zero if the rule supplies the answer, or the answer is lost. */
    public Duration waits() {
        return answers() || !step.effect().before() || isLost()
                ? Duration.ZERO
                : parts().filter(Effect.Delay.class::isInstance)
                        .map(delay -> ((Effect.Delay) delay).time())
                        .findFirst()
                        .orElse(Duration.ZERO);
    }

    /** The same decision after that wait, without the delay. */
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
     * The response to a call, or an invalid reply.
     *
     * @param otherwise supplies the answer without the rule
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
