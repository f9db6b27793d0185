package dev.understudy.rules;

import java.time.Duration;

/**
 * The number of calls that pass in a period, which starts with its first call.
 *
 * @param calls the number of calls; 0 lets none pass
 */
record RateLimit(long calls, Duration per) {}
