package dev.understudy.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a rule does with some calls in a row.
 *
 * @param answer null for what the API answers
 * @param times how many calls; {@link #ENDLESS} for all
 */
record Step(@Nullable RuleAnswer answer, RuleEffect effect, long times) {
    static final long ENDLESS = Long.MAX_VALUE;
}
