package dev.understudy.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule in a session, with its usage.
 *
 * @param shared whether it applies in every session
 * @param enabled whether it is applied to calls
 * @param matched the number of calls that matched it when its turn came
 * @param used the number of calls that it decided about
 * @param left how many more calls it may decide about; null for any number
 */
public record RuleState(Rule rule, boolean shared, boolean enabled, long matched, long used, @Nullable Long left) {}
