package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One turning of JSON values into Java values; another than the plain one may share parts that are equal. */
public class Binding {
    /** Shares nothing. */
    public static final Binding PLAIN = new Binding();

    protected Binding() {}

    /** The value of a key that is there. */
    public final <T extends @Nullable Object> T required(JsonNode object, String key, Binder<T> binder) {
        JsonNode value = object.get(key);
        if (value == null) {
            throw new UnrepresentableValue();
        }
        return inside(key, value, binder);
    }

    /** The value of a key; null where the key is absent. */
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

    /** The value of a body that is there. */
    public final <T extends @Nullable Object> T required(@Nullable JsonNode body, Binder<T> binder) {
        if (body == null) {
            throw new UnrepresentableValue();
        }
        return part(body, binder);
    }

    /** The value of a body; null where there is none. */
    public final <T extends @Nullable Object> @Nullable T optional(@Nullable JsonNode body, Binder<T> binder) {
        return body == null ? null : part(body, binder);
    }

    /** Keeps other keys than these from being lost: the schema lets them pass, and a record has no place for them. */
    public final void onlyKeys(JsonNode object, Set<String> known) {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw new UnrepresentableValue().inside(key);
            }
        }
    }

    /** The object for a part of a whole: this one, or another that equals it. */
    protected <T extends @Nullable Object> T shared(T part) {
        return part;
    }

    /** The list for a part of a whole: this one, or another that equals it. */
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
