package dev.understudy.mocks.anyspec.odata;

import dev.understudy.mocks.anyspec.odata.Term.Literal;
import dev.understudy.mocks.anyspec.odata.Term.Literal.Kind;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;

/** What a value must be to be compared with another: OData compares values of one type alone. */
final class ValueDemand {
    private ValueDemand() {}

    /** What must stand in place of the value; empty if it compares. */
    static String of(Term left, Literal right, boolean ordered) {
        if (left instanceof Term.Cased) {
            return right.kind() == Kind.TEXT ? "" : "a text, such as 'red'";
        } else if (!(left instanceof Term.Path path)) {
            boolean compares = left instanceof Literal literal
                    ? literal.kind() == right.kind() || literal.kind() == Kind.NULL
                    : right.kind() == Kind.TRUTH;
            return compares ? "" : "a value of the same type, or null";
        } else {
            return path.isOpen() ? "" : of(path, right.kind(), ordered);
        }
    }

    private static String of(Term.Path path, Kind kind, boolean ordered) {
        SchemaView schema = path.property().schema();
        String name = " for " + path.property();
        if (schema.isObject()) {
            return "null or a property in it" + name;
        } else if (schema.isBoolean() && !schema.isText()) {
            return kind == Kind.TRUTH && !ordered
                    ? ""
                    : "true or false" + name + (ordered ? ", and eq or ne before it" : "");
        }
        if (schema.isMoment()) {
            return kind == Kind.TIME || kind == Kind.TEXT
                    ? ""
                    : "a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z" + name;
        } else if (schema.isText()) {
            // Formats such as decimal and int64 make numbers of texts.
            boolean formed = !schema.format().isEmpty() || schema.isNumeric();
            boolean text = kind == Kind.TEXT || kind == Kind.GUID || kind == Kind.TIME;
            return text || (formed && kind == Kind.NUMBER) ? "" : "a text such as 'red'" + name;
        }
        boolean number =
                kind == Kind.NUMBER || (kind == Kind.TIME && path.property().isMoment());
        return !schema.isNumeric() || number ? "" : "a number" + name;
    }
}
