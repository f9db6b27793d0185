package dev.understudy.rules;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A fixed time, or one that is drawn for each call. */
sealed interface TimeDistribution {
    /** The maximum of all times. */
    Duration LONGEST = Duration.ofMinutes(10);

    Duration drawn(RandomGenerator random);

    /** The same time for every call. */
    record Fixed(Duration time) implements TimeDistribution {
        @Override
        public Duration drawn(RandomGenerator random) {
            return time;
        }
    }

    /** A uniform distribution between two times. */
    record Uniform(Duration shortest, Duration longest) implements TimeDistribution {
        @Override
        public Duration drawn(RandomGenerator random) {
            return shortest.plusNanos(random.nextLong(longest.minus(shortest).toNanos() + 1));
        }
    }

    /**
     * A log-normal distribution.
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
