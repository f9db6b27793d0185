package dev.understudy.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule in a session, and how often it was used.
 *
 * @param shared whether it holds in every session
 * @param matched how many calls it was asked about and fitted
 * @param enabled whether calls meet it
 * @param matched how many calls it was asked about and fitted
 * @param used how many of them it decided about
 * @param left how many more it may decide about; null for any number
 */
public record RuleState(Rule rule, boolean shared, boolean enabled, long matched, long used, @Nullable Long left) {}
