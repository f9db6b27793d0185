package dev.understudy.rules;

/**
 * The rule that decided about a call.
 *
 * @param id of the rule
 * @param unchecked whether its answer was allowed to break the contract
 */
public record AppliedRule(String id, boolean unchecked) {}
