package dev.understudy.rules;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A time that is drawn for each call, or always the same. */
sealed interface TimeDistribution {
    /** No time that is drawn is longer. */
    Duration LONGEST = Duration.ofMinutes(10);

    Duration drawn(RandomGenerator random);

    /** Always this time. */
    record Fixed(Duration time) implements TimeDistribution {
        @Override
        public Duration drawn(RandomGenerator random) {
            return time;
        }
    }

    /** Each time between these as often as any other. */
    record Uniform(Duration shortest, Duration longest) implements TimeDistribution {
        @Override
        public Duration drawn(RandomGenerator random) {
            return shortest.plusNanos(random.nextLong(longest.minus(shortest).toNanos() + 1));
        }
    }

    /**
     * Half of the times are shorter than the median, and their logarithms are normally distributed.
     *
     * @param sigma the standard deviation of the natural logarithm
     */
    record LogNormal(Duration median, double sigma) implements TimeDistribution {
        @Override
        public Duration drawn(RandomGenerator random) {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return nanos < LONGEST.toNanos() ? Duration.ofNanos((long) nanos) : LONGEST;
        }
    }
}
