package dev.understudy.api;

import dev.understudy.fixture.CollectionKey;
import java.util.function.Function;

/**
 * A collection that an API answers from.
 *
 * @param binder makes a record of a JSON value that keeps the schema of the collection
 * @param source the value that JSON of a record is written from, the same as it was made of
 */
public record Fixture<T>(CollectionKey<T> key, Binder<T> binder, Function<? super T, ?> source) {
    /** A collection whose records are written as they are. */
    public Fixture(CollectionKey<T> key, Binder<T> binder) {
        this(key, binder, record -> record);
    }
}
