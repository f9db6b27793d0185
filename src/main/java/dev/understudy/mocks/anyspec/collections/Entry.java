package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A record of a collection; nobody changes it. */
final class Entry {
    /** Stands for a path parameter of which every value leads to the record. */
    static final String ANY = "*";

    private final List<String> scope;
    private final List<String> keys;
    private final ObjectNode data;
    private final Map<String, Optional<ObjectNode>> views = new ConcurrentHashMap<>();

    /**
     * A record.
     *
     * @param scope the path parameters in front of its collection, {@link #ANY} for one that does not matter
     * @param keys what tells it apart from the others of its scope
     * @param data all that is known of it
     */
    Entry(List<String> scope, List<String> keys, ObjectNode data) {
        this.scope = List.copyOf(scope);
        this.keys = List.copyOf(keys);
        this.data = data;
    }

    List<String> scope() {
        return scope;
    }

    List<String> keys() {
        return keys;
    }

    ObjectNode data() {
        return data;
    }

    /** Its id among all of its collection. */
    String id() {
        return id(scope, keys);
    }

    static String id(List<String> scope, List<String> keys) {
        return String.join("\n", scope) + "\n\n" + String.join("\n", keys);
    }

    /** How it is shown in this schema; worked out once. */
    Optional<ObjectNode> view(String schema, Function<Entry, Optional<ObjectNode>> showing) {
        Optional<ObjectNode> known = views.get(schema);
        return known == null ? views.computeIfAbsent(schema, any -> showing.apply(this)) : known;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
