package dev.understudy.api;

/**
 * A reply of ours that breaks the contract.
 *
 * @param refusal the 500 that the client gets instead: operation, pointer, keyword, record to mend
 * @param sentence the same for the log, as in {@code The mock broke its own contract: listWorkTasks answered …}
 */
public record Objection(Refusal refusal, String sentence) implements Release {}
