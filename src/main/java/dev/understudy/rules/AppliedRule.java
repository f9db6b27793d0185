package dev.understudy.rules;

/**
 * The rule that decided about a call.
 *
 * @param id the rule's id
 * @param unchecked whether its answer may break the contract
 */
public record AppliedRule(String id, boolean unchecked) {}
