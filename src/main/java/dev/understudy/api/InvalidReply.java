package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * A reply of the mock itself that breaks the contract.
 *
 * @param refusal the 500 that the client gets instead: operation, pointer, keyword, record to correct
 * @param sentence the same for the log, as in {@code The mock broke its own contract: listWorkTasks answered …}
 * @param answer the response that would have been sent; null if it cannot be rendered, or only piece by piece
 */
public record InvalidReply(Refusal refusal, String sentence, @Nullable Response answer) implements Release {}
