package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.collections.KeyForms;
import dev.understudy.mocks.anyspec.collections.Paths;
import dev.understudy.mocks.anyspec.collections.WholeNumber;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Assigns keys to a new record, in the form of the document and of the existing records. */
final class NewKeys {
    private static final int FURTHER = 200;

    private static final int LOOKED_AT = 3;

    private final Collections collections;
    private final Collection collection;
    private final KeyForms forms;
    private final FixtureSet<JsonRecord> records;
    private final List<String> scope;
    private final HighestIds numbers;

    NewKeys(Task task, List<String> scope, HighestIds numbers) {
        this(task.collections(), task.collection(), task.state(), scope, numbers);
    }

    NewKeys(Collections collections, Collection collection, State state, List<String> scope, HighestIds numbers) {
        this.collections = collections;
        this.collection = collection;
        this.forms = collections.keyForms(collection, state);
        this.records = collections.records(collection, state);
        this.scope = scope;
        this.numbers = numbers;
    }

    /**
     * Assigns keys to a record, and sets those for which it has properties.
     *
     * @param given what the client gave
     * @param seed the seed of a generated record, whose keys are used if they are new
     * @return empty if no new key in the declared form was found
     */
    Optional<List<String>> of(ObjectNode record, ObjectNode given, long seed) {
        if (collection.keys().isEmpty()) {
            return Optional.of(List.of(ordinal()));
        }
        var keys = new ArrayList<String>();
        int last = collection.keys().size() - 1;
        for (int i = 0; i <= last; i++) {
            Key key = collection.keys().get(i);
            int index = i;
            JsonNode own = WholeNumber.inDigits(value(key, given));
            Optional<JsonNode> value = own.isValueNode() && !own.asText().isEmpty() && forms.fits(key, own)
                    ? Optional.of(own)
                    : index == last && isNumbered(key)
                            ? numbered(key, keys)
                            : candidates(key, seed, index < last ? Optional.of(index) : Optional.empty())
                                    .filter(each -> forms.fits(key, each))
                                    .filter(each -> index < last || isNew(keys, each.asText()))
                                    .findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            keys.add(value.get().asText());
            put(record, key, value.get());
        }
        return Optional.of(keys);
    }

    /**
     * A key for a record without an id. It differs in form from the keys of loaded records, since these may change with
     * a reload.
     */
    private String ordinal() {
        int number = records.ever();
        while (!isNew(List.of(), "+" + number)) {
            number++;
        }
        return "+" + number;
    }

    static void put(ObjectNode record, Key key, JsonNode value) {
        if (key.property() != null) {
            Paths.setInside(record, key.property().path(), value);
        }
    }

    private static JsonNode value(Key key, JsonNode record) {
        Property property = key.property();
        return property == null ? MissingNode.getInstance() : property.of(record);
    }

    private boolean isNew(List<String> before, String last) {
        var keys = new ArrayList<>(before);
        keys.add(last);
        return records.find(JsonRecord.id(scope, keys)).isEmpty();
    }

    private boolean isNumbered(Key key) {
        SchemaView schema = collections.view(forms.schema(key));
        return schema.isNumeric() && !schema.isText();
    }

    /** The number after the highest, or else a free one below it. */
    private Optional<JsonNode> numbered(Key key, List<String> before) {
        SchemaView schema = collections.view(forms.schema(key));
        long first = Math.max(1, schema.note("minimum").asLong(1));
        long next = Math.max(first, numbers.highest("") + 1);
        int count = records.ever();
        return numbered(key, before, next, next + FURTHER)
                .or(() -> numbered(key, before, first, first + count + FURTHER));
    }

    private Optional<JsonNode> numbered(Key key, List<String> before, long from, long to) {
        SchemaView schema = collections.view(forms.schema(key));
        for (long number = from; number < to; number++) {
            JsonNode value = Paths.typed(number, schema);
            if (forms.fits(key, value) && isNew(before, value.asText())) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** @param leading the index of a key that other records may share, which is then taken from an existing record */
    private Stream<JsonNode> candidates(Key key, long seed, Optional<Integer> leading) {
        SchemaView schema = collections.view(forms.schema(key));
        if (leading.isPresent()) {
            return records.first(1).stream()
                    .map(entry -> Paths.typed(entry.keys().get(leading.get()), schema));
        }
        int count = records.ever();
        Stream<JsonNode> own = Stream.of(collection.item())
                .flatMap(whole -> collections.sample(whole, seed).stream())
                .map(made -> value(key, made))
                .filter(JsonNode::isValueNode);
        return Stream.of(counted(schema), own, forms.made(key, count)).flatMap(each -> each);
    }

    /** The next number, if the first records are numbered. */
    private Stream<JsonNode> counted(SchemaView schema) {
        List<Matcher> first = records.first(LOOKED_AT).stream()
                .map(entry -> HighestIds.COUNTED.matcher(entry.key()))
                .toList();
        if (first.isEmpty() || !first.stream().allMatch(Matcher::matches)) {
            return Stream.of();
        }
        String word = first.get(0).group(1);
        int width = first.get(0).group(2).length();
        if (!first.stream().allMatch(each -> each.group(1).equals(word))) {
            return Stream.of();
        }
        String next = BigInteger.valueOf(numbers.highest(word) + 1).toString();
        String padded = "0".repeat(Math.max(0, width - next.length())) + next;
        return Stream.of(padded, next).map(digits -> Paths.typed(word + digits, schema));
    }
}
