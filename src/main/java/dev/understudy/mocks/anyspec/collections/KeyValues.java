package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Key;
import dev.understudy.mocks.anyspec.roles.Property;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the records of one collection what tells them apart, in the form that the document declares. */
final class KeyValues {
    /** How many made values are tried until one is new. */
    private static final int TRIES = 20;

    private final Contract contract;
    private final Samples samples;
    private final Showing showing;
    private final Collection collection;
    private final @Nullable Operation item;
    private final List<String> wanted;
    private final Set<String> ids = new HashSet<>();

    KeyValues(Contract contract, Recognition recognition, Samples samples, Showing showing, Collection collection) {
        this.contract = contract;
        this.samples = samples;
        this.showing = showing;
        this.collection = collection;
        this.item = recognition.operations().stream()
                .filter(each -> each.role() instanceof Role.Shows one
                        && one.collection().name().equals(collection.name()))
                .map(Recognized::operation)
                .findFirst()
                .orElse(null);
        this.wanted = item == null || collection.keys().size() != 1
                ? new ArrayList<>()
                : new ArrayList<>(new Shown(contract, recognition)
                        .values(item, collection.keys().get(0).parameter()));
    }

    /** The keys that a record has itself; empty if one of them is missing, or another record has them too. */
    Optional<List<String>> taken(List<String> scope, ObjectNode data) {
        var keys = new ArrayList<String>();
        for (Key key : collection.keys()) {
            Property property = key.property();
            JsonNode value = property == null ? null : property.of(data);
            if (value == null || !value.isValueNode() || value.isMissingNode()) {
                return given(scope, data, ids.size());
            }
            keys.add(value.asText());
        }
        if (keys.isEmpty()) {
            return given(scope, data, ids.size());
        }
        wanted.remove(keys.get(0));
        return ids.add(Entry.id(scope, keys)) ? Optional.of(keys) : Optional.empty();
    }

    /** New keys, which the record has from now on; empty if none are left. */
    Optional<List<String>> given(List<String> scope, ObjectNode data, int index) {
        if (collection.keys().isEmpty()) {
            List<String> number = List.of("#" + index);
            ids.add(Entry.id(scope, number));
            return Optional.of(number);
        }
        var keys = new ArrayList<String>();
        int last = collection.keys().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean decisive = i == last;
            Key key = collection.keys().get(i);
            Optional<JsonNode> value = candidates(key, data, index)
                    .filter(each -> fits(key, each))
                    .filter(each -> !decisive || !ids.contains(Entry.id(scope, with(keys, each.asText()))))
                    .findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            keys.add(value.get().asText());
            if (key.property() != null) {
                Paths.setInside(data, key.property().path(), value.get());
            }
        }
        wanted.remove(keys.get(0));
        ids.add(Entry.id(scope, keys));
        return Optional.of(keys);
    }

    private static List<String> with(List<String> keys, String last) {
        var all = new ArrayList<>(keys);
        all.add(last);
        return all;
    }

    private Stream<JsonNode> candidates(Key key, ObjectNode data, int index) {
        String place = schema(key);
        SchemaView schema = showing.view(place);
        Stream<JsonNode> shown = wanted.stream().map(text -> Paths.typed(text, schema));
        if (schema.isNumeric() && !schema.isText()) {
            long first = Math.max(1, schema.note("minimum").asLong(1));
            return Stream.concat(
                    shown,
                    LongStream.range(first + index, first + index + 1000).mapToObj(n -> Paths.typed("" + n, schema)));
        }
        Property property = key.property();
        Stream<JsonNode> own =
                property == null ? Stream.of() : Stream.of(property.of(data)).filter(JsonNode::isValueNode);
        Stream<JsonNode> made = LongStream.rangeClosed(1, TRIES)
                .mapToObj(trial -> samples.value(place, index * 1_000L + trial))
                .flatMap(Optional::stream);
        Stream<JsonNode> numbered = Stream.of(collection.name() + "-" + (index + 1), "" + (index + 1))
                .map(text -> Paths.typed(text, schema));
        return Stream.of(shown, own, made, numbered).flatMap(each -> each);
    }

    private String schema(Key key) {
        return key.property() == null ? parameter(key) : key.property().schema().canonical();
    }

    /** Where the schema of its path parameter is; empty if there is none. */
    private String parameter(Key key) {
        return item == null ? "" : item.schema(key.parameter());
    }

    /** Whether a record may have the value, and a path too. */
    private boolean fits(Key key, JsonNode value) {
        String parameter = parameter(key);
        String text = value.asText();
        return !value.isMissingNode()
                && !text.isEmpty()
                && (key.property() == null
                        || contract.keeps(key.property().schema().canonical(), value))
                && (parameter.isEmpty() || contract.keeps(parameter, Paths.typed(text, showing.view(parameter))));
    }
}
