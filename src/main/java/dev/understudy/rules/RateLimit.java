package dev.understudy.rules;

import java.time.Duration;

/**
 * How many calls are let through in a time that begins with the first of them.
 *
 * @param calls how many; 0 lets none through
 */
record RateLimit(long calls, Duration per) {}
