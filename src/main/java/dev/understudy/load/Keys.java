package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.fixture.Ids;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one collection, and the ids of others that its records name. Needed until references are checked, then
 * dropped.
 */
final class Keys {
    /**
     * One naming of another record.
     *
     * @param owner the id of the record that names; null if it has none
     */
    record Reference(FileLocation location, @Nullable String owner, String property, String target) {}

    private final Collection collection;
    private final Ids ids = new Ids();
    private final List<Reference> references = new ArrayList<>();

    Keys(Collection collection) {
        this.collection = collection;
    }

    Set<String> ids() {
        return ids;
    }

    /** The references that stand in this property of the records. */
    List<Reference> referencesIn(String property) {
        return references.stream()
                .filter(reference -> reference.property().equals(property))
                .toList();
    }

    /** What a record is called and which others it names; what is not as the schema has it is passed over here. */
    record Named(int record, @Nullable String id, List<Reference> references) {}

    /** Any thread may ask. */
    Named named(int record, JsonNode tree) {
        String id = collection.idOf(tree).orElse(null);
        if (collection.references().isEmpty()) {
            return new Named(record, id, List.of());
        }
        var found = new ArrayList<Reference>();
        for (String property : collection.references().keySet()) {
            JsonNode value = tree.get(property);
            if (value != null) {
                findReferences(new FileLocation(record, "").child(property), id, property, value, found);
            }
        }
        return new Named(record, id, found);
    }

    void note(Named named, Report report) {
        String id = named.id();
        if (id != null) {
            collection.placeOfId().ifPresent(place -> noteId(new FileLocation(named.record(), place), id, report));
        }
        references.addAll(named.references());
    }

    private void noteId(FileLocation location, String id, Report report) {
        int first = ids.note(id, location.record());
        if (first != Ids.NONE) {
            report.add(Finding.of(location, "unique", "be unique", MessageText.text(id))
                    .first(new FileLocation(first, location.pointer())));
        }
    }

    private static void findReferences(
            FileLocation location, @Nullable String owner, String property, JsonNode value, List<Reference> found) {
        if (value.isTextual()) {
            found.add(new Reference(location, owner, property, value.textValue()));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            findReferences(location.child(Integer.toString(i)), owner, property, value.get(i), found);
        }
    }
}
