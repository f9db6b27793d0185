package dev.understudy.mocks.anyspec.collections;

import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Ids;
import dev.understudy.fixture.TextIndex;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The record that a path names.
 *
 * @param keys the parameters that identify it; another item path may use other properties than the first one
 * @param wanted the value for each in the path
 */
record NamedRecord(PathScope within, List<Key> keys, List<String> wanted) {
    /** The record in a whole collection; the first one, if several match. */
    Optional<JsonRecord> of(FixtureSet<JsonRecord> records, Indexes indexes) {
        Optional<JsonRecord> found = exactly(records, indexes);
        return found.isPresent() || keys.stream().noneMatch(NamedRecord::isUuid)
                ? found
                : spelt(String::toLowerCase).exactly(records, indexes).or(() -> spelt(String::toUpperCase)
                        .exactly(records, indexes));
    }

    /** UUIDs are compared ignoring case (RFC 9562, section 4); usually all letters of one have the same case. */
    private NamedRecord spelt(BiFunction<String, Locale, String> letters) {
        List<String> same = IntStream.range(0, keys.size())
                .mapToObj(i -> isUuid(keys.get(i)) ? letters.apply(wanted.get(i), Locale.ROOT) : wanted.get(i))
                .toList();
        return new NamedRecord(within, keys, same);
    }

    private static boolean isUuid(Key key) {
        return key.property() != null && key.property().schema().isUuid();
    }

    /** The record with exactly these keys, which is how records below it refer to it. */
    Optional<JsonRecord> exactly(FixtureSet<JsonRecord> records, Indexes indexes) {
        Collection collection = within.collection();
        boolean own = keys.equals(collection.keys());
        if (own && collection.scopes().isEmpty() && !keys.isEmpty()) {
            return records.find(JsonRecord.id(List.of(), wanted)).filter(within::holds);
        }
        TextIndex index = records.loaded().derived(indexes.keys(collection, keys));
        String text = String.join("\n", wanted);
        List<JsonRecord> all = records.byPosition();
        List<Integer> touched = records.touched();
        int loaded = index.all(text)
                .filter(position -> records.isAsLoaded(position) && holds(all.get(position)))
                .findFirst()
                .orElse(Ids.NONE);
        for (int position : touched) {
            if (holds(all.get(position)) && (loaded == Ids.NONE || position < loaded)) {
                return Optional.of(all.get(position));
            }
        }
        return loaded == Ids.NONE ? Optional.empty() : Optional.of(all.get(loaded));
    }

    private boolean holds(JsonRecord entry) {
        String text = text(entry, within.collection(), keys);
        return String.join("\n", wanted).equals(text) && within.holds(entry);
    }

    /** The keys of a record as a path names them; a text that no path contains, if one is missing. */
    static String text(JsonRecord entry, Collection collection, List<Key> keys) {
        if (keys.equals(collection.keys())) {
            return String.join("\n", entry.keys());
        }
        var texts = new ArrayList<String>();
        for (Key key : keys) {
            Property property = key.property();
            texts.add(property == null ? "" : property.of(entry.data()).asText());
        }
        return String.join("\n", texts);
    }
}
