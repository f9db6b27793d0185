package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.fixture.Views;
import dev.understudy.kept.CheckedValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A record of a collection, which is immutable. It remembers how it looks in two schemas. */
public final class JsonRecord extends Views<String, @Nullable CheckedValue> {
    /** Stands for a path parameter of which every value leads to the record. */
    public static final String ANY = "*";

    private final List<String> scope;
    private final List<String> keys;
    private final ObjectNode data;
    private final Set<String> others;
    private final boolean changed;
    private volatile @Nullable Placed placed;

    /**
     * A record.
     *
     * @param scope the path parameters in front of its collection, {@link #ANY} for one that does not matter
     * @param keys what tells it apart from the others of its scope
     * @param data all that is known of it
     */
    public JsonRecord(List<String> scope, List<String> keys, ObjectNode data) {
        this(scope, keys, data, Set.of(), false);
    }

    /**
     * A record that was created or changed.
     *
     * @param others properties that no schema of the collection names, and that are shown wherever they may be
     */
    public JsonRecord(List<String> scope, List<String> keys, ObjectNode data, Set<String> others) {
        this(scope, keys, data, others, true);
    }

    private JsonRecord(List<String> scope, List<String> keys, ObjectNode data, Set<String> others, boolean changed) {
        this.changed = changed;
        this.others = Set.copyOf(others);
        this.scope = List.copyOf(scope);
        this.keys = List.copyOf(keys);
        this.data = data;
    }

    /** The path parameters in front of its collection. */
    public List<String> scope() {
        return scope;
    }

    /** What tells it apart from the others of its scope. */
    public List<String> keys() {
        return keys;
    }

    /** All that is known of it; nobody changes it. */
    public ObjectNode data() {
        return data;
    }

    /** The last of its keys, which is asked for alone. */
    public String key() {
        return keys.get(keys.size() - 1);
    }

    /** Whether it was created or changed since the records were loaded. */
    public boolean isChanged() {
        return changed;
    }

    /** Properties that no schema of the collection names. */
    public Set<String> others() {
        return others;
    }

    /** The place before which it comes in an order of others, from its position; found once, as it never changes. */
    int place(Permutation order, int position, IntSupplier finding) {
        Placed known = placed;
        if (known == null || known.order() != order || known.position() != position) {
            known = new Placed(order, position, finding.getAsInt());
            placed = known;
        }
        return known.place();
    }

    private record Placed(Permutation order, int position, int place) {}

    /** Its id among all of its collection. */
    public String id() {
        return id(scope, keys);
    }

    /** The id of a record of this scope with these keys. */
    public static String id(List<String> scope, List<String> keys) {
        String key = keys.size() == 1 ? keys.get(0) : String.join("\n", keys);
        return scope.isEmpty() ? "\n\n" + key : String.join("\n", scope) + "\n\n" + key;
    }

    /** How it is shown in this schema. */
    Optional<CheckedValue> view(String schema, Function<JsonRecord, Optional<CheckedValue>> showing) {
        return Optional.ofNullable(shown(schema, way -> showing.apply(this).orElse(null)));
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
