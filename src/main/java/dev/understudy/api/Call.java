package dev.understudy.api;

/**
 * A request that keeps the contract. Equal calls on the same state have equal outcomes, so a call can be the key of a
 * cache.
 *
 * @param produces the media type that the client likes best of those that the operation offers; empty where it offers
 *     none
 */
public record Call(String operationId, Arguments arguments, String produces) implements Admission {}
