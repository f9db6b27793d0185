package dev.understudy.junit;

import dev.understudy.api.calls.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a call, or a part of one. Values to compare it with are texts, numbers, booleans, lists and maps; use
 * {@link JsonValue#json} for anything else.
 *
 * @param in path, query, header, cookie or body
 * @param name the parameter's name; null for the body
 * @param pointer a JSON pointer (RFC 6901) into the argument; null for the whole argument
 */
public record Argument(String in, @Nullable String name, @Nullable String pointer) {
    /** The path parameter with this name. */
    public static Argument path(String name) {
        return new Argument("path", name, null);
    }

    /** The query parameter with this name. */
    public static Argument query(String name) {
        return new Argument("query", name, null);
    }

    /** The header parameter with this name. */
    public static Argument header(String name) {
        return new Argument("header", name, null);
    }

    /** The cookie with this name. */
    public static Argument cookie(String name) {
        return new Argument("cookie", name, null);
    }

    /**
     * The value in the body at this JSON pointer (RFC 6901), such as {@code /items/0/id}; the empty pointer means the
     * whole body.
     */
    public static Argument body(String pointer) {
        return new Argument("body", null, pointer);
    }

    /** The value in a structured argument at this JSON pointer (RFC 6901). */
    public Argument at(String place) {
        return new Argument(in, name, place);
    }

    /** The argument equals this value; numbers are compared by value. */
    public Condition equalTo(Object value) {
        return new Condition(in, name, pointer, value, null, null, null);
    }

    /** The argument equals one of these values. */
    public Condition oneOf(Object... values) {
        return new Condition(in, name, pointer, null, List.of(values), null, null);
    }

    /** The argument is valid against this JSON Schema (2020-12), such as {@code json("{'pattern': '^Wal'}")}. */
    public Condition matching(JsonValue schema) {
        return new Condition(in, name, pointer, null, null, schema, null);
    }

    /** The argument is present, with any value. */
    public Condition present() {
        return new Condition(in, name, pointer, null, null, null, true);
    }

    /** The argument is absent. */
    public Condition absent() {
        return new Condition(in, name, pointer, null, null, null, false);
    }
}
