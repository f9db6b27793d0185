package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Assigns keys to the records of one collection, in the declared form. */
final class KeyValues {
    private final Showing showing;
    private final Collection collection;
    private final KeyForms forms;
    private final List<String> wanted;
    private final Set<String> ids = new HashSet<>();

    KeyValues(Contract contract, Recognition recognition, Samples samples, Showing showing, Collection collection) {
        this.showing = showing;
        this.collection = collection;
        Operation item = recognition.operations().stream()
                .filter(each -> each.role() instanceof Role.Shows one
                        && one.collection().name().equals(collection.name()))
                .map(Recognized::operation)
                .findFirst()
                .orElse(null);
        this.forms = new KeyForms(contract, samples, showing, collection, item);
        this.wanted = item == null || collection.keys().size() != 1
                ? new ArrayList<>()
                : new ArrayList<>(new DocumentExamples(contract, recognition)
                        .values(item, collection.keys().get(0).parameter()));
    }

    /** The keys in the record itself; empty if one of them is missing, or another record has the same. */
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
        return ids.add(JsonRecord.id(scope, keys)) ? Optional.of(keys) : Optional.empty();
    }

    /** New keys, which are also set in the record; empty if none are left. */
    Optional<List<String>> given(List<String> scope, ObjectNode data, int index) {
        if (collection.keys().isEmpty()) {
            List<String> number = List.of("#" + index);
            ids.add(JsonRecord.id(scope, number));
            return Optional.of(number);
        }
        var keys = new ArrayList<String>();
        int last = collection.keys().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean decisive = i == last;
            Key key = collection.keys().get(i);
            Optional<JsonNode> value = candidates(key, data, index)
                    .filter(each -> forms.fits(key, each))
                    .filter(each -> !decisive || !ids.contains(JsonRecord.id(scope, with(keys, each.asText()))))
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
        ids.add(JsonRecord.id(scope, keys));
        return Optional.of(keys);
    }

    private static List<String> with(List<String> keys, String last) {
        var all = new ArrayList<>(keys);
        all.add(last);
        return all;
    }

    private Stream<JsonNode> candidates(Key key, ObjectNode data, int index) {
        SchemaView schema = showing.view(forms.schema(key));
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
        return Stream.of(shown, own, forms.made(key, index)).flatMap(each -> each);
    }
}
