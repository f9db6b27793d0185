package dev.understudy.rules;

/**
 * A rule as a session has it.
 *
 * @param shared whether it holds in every session
 * @param matched how many calls it was asked about and fitted
 * @param used how many of them it decided about
 */
public record RuleState(Rule rule, boolean shared, long matched, long used) {}
