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

/** An immutable record of a collection. It caches its views in two schemas. */
public final class JsonRecord extends Views<String, @Nullable CheckedValue> {
    /** Stands for a path parameter with any value. */
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
     * @param scope the path parameters before its collection; {@link #ANY} for one that does not matter
     * @param keys the values that identify it within its scope
     * @param data all its known properties
     */
    public JsonRecord(List<String> scope, List<String> keys, ObjectNode data) {
        this(scope, keys, data, Set.of(), false);
    }

    /**
     * A record that was created or changed.
     *
     * @param others properties that no schema of the collection names, and that are shown wherever they are allowed
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

    /** The path parameters before its collection. */
    public List<String> scope() {
        return scope;
    }

    /** The keys that identify it within its scope. */
    public List<String> keys() {
        return keys;
    }

    /** All its known properties; nobody changes the object. */
    public ObjectNode data() {
        return data;
    }

    /** The last of its keys. */
    public String key() {
        return keys.get(keys.size() - 1);
    }

    /** Whether it was created or changed after the records were loaded. */
    public boolean isChanged() {
        return changed;
    }

    /** The properties that no schema of the collection names. */
    public Set<String> others() {
        return others;
    }

    /**
     * The place in a given order before which this record belongs, at its position; computed once, since it never
     * changes.
     */
    int place(Permutation order, int position, IntSupplier finding) {
        Placed known = placed;
        if (known == null || known.order() != order || known.position() != position) {
            known = new Placed(order, position, finding.getAsInt());
            placed = known;
        }
        return known.place();
    }

    private record Placed(Permutation order, int position, int place) {}

    /** Its id, which is unique within the collection. */
    public String id() {
        return id(scope, keys);
    }

    /** The id of a record with this scope and these keys. */
    public static String id(List<String> scope, List<String> keys) {
        String key = keys.size() == 1 ? keys.get(0) : String.join("\n", keys);
        return scope.isEmpty() ? "\n\n" + key : String.join("\n", scope) + "\n\n" + key;
    }

    /** Its view in this schema. */
    Optional<CheckedValue> view(String schema, Function<JsonRecord, Optional<CheckedValue>> showing) {
        return Optional.ofNullable(shown(schema, way -> showing.apply(this).orElse(null)));
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
