package dev.understudy.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a rule does with a number of consecutive calls.
 *
 * @param answer null for the API's own answer
 * @param times the number of calls; {@link #ENDLESS} for all
 */
record Step(@Nullable RuleAnswer answer, RuleEffect effect, long times) {
    static final long ENDLESS = Long.MAX_VALUE;
}
