package dev.understudy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that keeps the contract: its operation and its arguments, one JSON object keyed by parameter name, the body
 * under {@code body}, defaults filled in. Equal calls get equal replies, so a call can be the key of a cache; nobody
 * may change its arguments.
 */
public record Call(String operationId, ObjectNode arguments) implements Admission {}
