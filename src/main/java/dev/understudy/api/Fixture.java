package dev.understudy.api;

import dev.understudy.fixture.CollectionKey;
import java.util.function.Function;

/**
 * A collection from which an API answers.
 *
 * @param binder converts a valid JSON value of the collection to a record
 * @param source converts a record to the value that is written as its JSON, equal to the JSON it was made from
 */
public record Fixture<T>(CollectionKey<T> key, Binder<T> binder, Function<? super T, ?> source) {
    /** A collection whose records are themselves written as JSON. */
    public Fixture(CollectionKey<T> key, Binder<T> binder) {
        this(key, binder, record -> record);
    }
}
