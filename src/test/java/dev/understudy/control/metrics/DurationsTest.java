package dev.understudy.control.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Durations durations = new Durations(0);

    @Test
    void a_bucket_counts_what_is_above_the_bound_before_it_and_up_to_its_own() {
        durations.add(Durations.BOUNDS[0]);
        durations.add(Durations.BOUNDS[0] + 1);
        durations.add(5 * SECOND);

        assertThat(durations.counts()).startsWith(1, 1, 0).endsWith(0, 1);
        assertThat(durations.sum()).isEqualTo(2 * Durations.BOUNDS[0] + 1 + 5 * SECOND);
    }

    @Test
    void the_longest_is_told_for_at_least_a_minute_and_then_forgotten() {
        durations.add(700);
        assertThat(durations.longest(59 * SECOND)).isEqualTo(700);
        assertThat(durations.longest(60 * SECOND)).isEqualTo(700);
        durations.add(300);
        assertThat(durations.longest(119 * SECOND)).isEqualTo(700);
        assertThat(durations.longest(120 * SECOND)).isEqualTo(300);
        assertThat(durations.longest(180 * SECOND)).isZero();
    }
}
