package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversion of JSON values to Java values. A subclass may reuse one object for equal parts. */
public class Binding {
    /** Reuses nothing. */
    public static final Binding PLAIN = new Binding();

    protected Binding() {}

    /** The value of a required key. */
    public final <T extends @Nullable Object> T required(JsonNode object, String key, Binder<T> binder) {
        JsonNode value = object.get(key);
        if (value == null) {
            throw new UnrepresentableValue();
        }
        return inside(key, value, binder);
    }

    /** The value of an optional key; null if the key is absent. */
    public final <T extends @Nullable Object> @Nullable T optional(JsonNode object, String key, Binder<T> binder) {
        JsonNode value = object.get(key);
        if (value == null) {
            if (!object.isObject()) {
                throw new UnrepresentableValue();
            }
            return null;
        }
        return inside(key, value, binder);
    }

    /** The value of a required body. */
    public final <T extends @Nullable Object> T required(@Nullable JsonNode body, Binder<T> binder) {
        if (body == null) {
            throw new UnrepresentableValue();
        }
        return part(body, binder);
    }

    /** The value of an optional body; null if there is none. */
    public final <T extends @Nullable Object> @Nullable T optional(@Nullable JsonNode body, Binder<T> binder) {
        return body == null ? null : part(body, binder);
    }

    /** Rejects objects with keys other than these, which the schema allows but the record could not hold. */
    public final void onlyKeys(JsonNode object, Set<String> known) {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw new UnrepresentableValue().inside(key);
            }
        }
    }

    /** The object to use for this part: the part itself, or an equal one. */
    protected <T extends @Nullable Object> T shared(T part) {
        return part;
    }

    /** The list to use for this part: the list itself, or an equal one. */
    protected <T extends @Nullable Object> List<T> sharedList(List<T> list) {
        return list;
    }

    final <T extends @Nullable Object> T part(JsonNode value, Binder<T> binder) {
        return shared(binder.bind(value, this));
    }

    private <T extends @Nullable Object> T inside(String key, JsonNode value, Binder<T> binder) {
        try {
            return part(value, binder);
        } catch (UnrepresentableValue e) {
            throw e.inside(key);
        }
    }
}
