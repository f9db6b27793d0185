package dev.understudy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeDistributionTest {
    @Test
    void uniform_times_lie_between_the_shortest_and_the_longest_and_are_the_same_for_the_same_seed() {
        var time = new TimeDistribution.Uniform(Duration.ofMillis(100), Duration.ofMillis(300));

        long[] drawn = nanos(time);
        assertThat(drawn).isEqualTo(nanos(time));
        assertThat(drawn).satisfies(all -> assertThat(LongStream.of(all))
                .allMatch(each -> each >= 100_000_000 && each <= 300_000_000));
        assertThat(LongStream.of(drawn).average().orElse(0)).isBetween(190_000_000.0, 210_000_000.0);
        var always = new TimeDistribution.Uniform(Duration.ofMillis(100), Duration.ofMillis(100));
        assertThat(nanos(always)).containsOnly(100_000_000L);
    }

    @Test
    void half_of_the_log_normal_times_are_shorter_than_the_median_and_none_is_longer_than_ten_minutes() {
        var time = new TimeDistribution.LogNormal(Duration.ofMillis(200), 0.5);
        long shorter =
                LongStream.of(nanos(time)).filter(each -> each < 200_000_000).count();
        assertThat(shorter).isBetween(900L, 1100L);
        long[] wild = nanos(new TimeDistribution.LogNormal(Duration.ofMinutes(10), 3));
        assertThat(wild).satisfies(all -> assertThat(LongStream.of(all))
                .allMatch(each -> each <= TimeDistribution.LONGEST.toNanos()));
    }

    private static long[] nanos(TimeDistribution time) {
        var random = new SplittableRandom(7);
        return LongStream.range(0, 2000)
                .map(each -> time.drawn(random).toNanos())
                .toArray();
    }
}
