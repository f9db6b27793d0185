package dev.understudy.api;

import dev.understudy.fixture.CollectionKey;

/**
 * A collection that an API answers from.
 *
 * @param binder makes a record of a JSON value that keeps the schema of the collection
 */
public record Fixture<T>(CollectionKey<T> key, Binder<T> binder) {}
