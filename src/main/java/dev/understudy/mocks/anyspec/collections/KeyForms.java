package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The declared forms of a collection's keys, in its records and in the paths that name them. */
public final class KeyForms {
    /** How many generated values are tried, until one is new. */
    private static final int TRIES = 20;

    private final Contract contract;
    private final Samples samples;
    private final Showing showing;
    private final Collection collection;
    private final @Nullable Operation item;

    /** @param item the operation that shows one record; null if there is none */
    KeyForms(Contract contract, Samples samples, Showing showing, Collection collection, @Nullable Operation item) {
        this.contract = contract;
        this.samples = samples;
        this.showing = showing;
        this.collection = collection;
        this.item = item;
    }

    /** The place of the schema of a key, which is that of its property, if it has one; empty if there is none. */
    public String schema(Key key) {
        return key.property() == null ? parameter(key) : key.property().schema().canonical();
    }

    /** The place of the schema of its path parameter; empty if there is none. */
    private String parameter(Key key) {
        return item == null ? "" : item.schema(key.parameter());
    }

    /** Whether both a record and a path may contain the value. */
    public boolean fits(Key key, JsonNode value) {
        String parameter = parameter(key);
        String text = value.asText();
        return !text.isEmpty()
                && (key.property() == null
                        || contract.keeps(key.property().schema().canonical(), value))
                && (parameter.isEmpty() || contract.keeps(parameter, Paths.typed(text, showing.view(parameter))));
    }

    /** Generated values for a key of the record with this number, followed by the number itself, from 1. */
    public Stream<JsonNode> made(Key key, int number) {
        String place = schema(key);
        Stream<JsonNode> made = LongStream.rangeClosed(1, TRIES)
                .mapToObj(trial -> samples.value(place, number * 1_000L + trial))
                .flatMap(Optional::stream);
        Stream<JsonNode> numbered = Stream.of(collection.name() + "-" + (number + 1), "" + (number + 1))
                .map(text -> Paths.typed(text, showing.view(place)));
        return Stream.concat(made, numbered);
    }
}
