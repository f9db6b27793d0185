package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * A reply of ours that breaks the contract.
 *
 * @param refusal the 500 that the client gets instead: operation, pointer, keyword, record to correct
 * @param sentence the same for the log, as in {@code The mock broke its own contract: listWorkTasks answered …}
 * @param answer what would have been sent; null if nothing says how it is written, or it is not written as a whole
 */
public record InvalidReply(Refusal refusal, String sentence, @Nullable Response answer) implements Release {}
