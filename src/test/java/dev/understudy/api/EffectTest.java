package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.understudy.api.Effect.Point;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final Effect DELAY = new Effect.Delay(Duration.ofSeconds(1));
    private static final Effect CUT = new Effect.Cut(Point.behind(10));

    @Test
    void no_effects_are_none_and_one_is_itself() {
        assertThat(Effect.of(List.of())).isEqualTo(Effect.NONE);
        assertThat(Effect.of(List.of(DELAY))).isEqualTo(DELAY);
        assertThat(Effect.of(List.of(DELAY, CUT))).isEqualTo(new Effect.Together(List.of(DELAY, CUT)));
    }

    @Test
    void effects_that_contradict_each_other_are_not_together() {
        for (Effect other : List.of(CUT, new Effect.Cut(Point.BEFORE_HEAD), new Effect.Reset(Point.BEFORE_HEAD))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Effect.of(List.of(CUT, other)));
        }
        Effect two = Effect.of(List.of(DELAY, CUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Effect.of(List.of(two, new Effect.Garble(1))));
    }

    @Test
    void no_time_is_negative_or_longer_than_ten_minutes_and_no_amount_negative() {
        Duration most = Effect.LONGEST;
        assertThat(new Effect.Delay(most).time()).hasMinutes(10);
        for (Duration wrong : List.of(most.plusNanos(1), Duration.ofNanos(-1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Delay(wrong));
            assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Stall(Point.BEFORE_HEAD, wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Dribble(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Truncate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.ContentLength(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Point.behind(-1));
    }
}
