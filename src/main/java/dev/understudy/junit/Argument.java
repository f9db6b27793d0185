package dev.understudy.junit;

import dev.understudy.api.calls.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a call, or a part of one. Values are texts, numbers, booleans, lists, maps, and {@link JsonValue#json}
 * for anything else.
 *
 * @param in path, query, header, cookie or body
 * @param name of the parameter; null for the body
 * @param pointer into the argument (RFC 6901); null for all of it
 */
public record Argument(String in, @Nullable String name, @Nullable String pointer) {
    /** The path parameter of this name. */
    public static Argument path(String name) {
        return new Argument("path", name, null);
    }

    /** The query parameter of this name. */
    public static Argument query(String name) {
        return new Argument("query", name, null);
    }

    /** The header parameter of this name. */
    public static Argument header(String name) {
        return new Argument("header", name, null);
    }

    /** The cookie of this name. */
    public static Argument cookie(String name) {
        return new Argument("cookie", name, null);
    }

    /** What the body has at this place, such as {@code /items/0/id} (RFC 6901); all of it at the empty one. */
    public static Argument body(String pointer) {
        return new Argument("body", null, pointer);
    }

    /** What a structured argument has at this place (RFC 6901). */
    public Argument at(String place) {
        return new Argument(in, name, place);
    }

    /** It equals this value; numbers are compared by what they are worth. */
    public Condition equalTo(Object value) {
        return new Condition(in, name, pointer, value, null, null, null);
    }

    /** It equals one of these values. */
    public Condition oneOf(Object... values) {
        return new Condition(in, name, pointer, null, List.of(values), null, null);
    }

    /** It keeps this JSON Schema (2020-12), such as {@code json("{'pattern': '^Wal'}")}. */
    public Condition matching(JsonValue schema) {
        return new Condition(in, name, pointer, null, null, schema, null);
    }

    /** It is there, whatever it is. */
    public Condition present() {
        return new Condition(in, name, pointer, null, null, null, true);
    }

    /** It is not there. */
    public Condition absent() {
        return new Condition(in, name, pointer, null, null, null, false);
    }
}
