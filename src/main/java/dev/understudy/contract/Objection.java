package dev.understudy.contract;

import dev.understudy.api.Refusal;

/**
 * A reply of ours that breaks the contract, as the 500 refusal that says so: operation, pointer, keyword, record to
 * mend.
 */
public record Objection(Refusal refusal) implements Release {}
