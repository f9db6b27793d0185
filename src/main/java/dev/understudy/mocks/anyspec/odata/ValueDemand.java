package dev.understudy.mocks.anyspec.odata;

import dev.understudy.mocks.anyspec.odata.Term.Literal;
import dev.understudy.mocks.anyspec.odata.Term.Literal.Kind;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the types of compared values: OData compares only values of the same type. */
final class ValueDemand {
    static final String MOMENT = "a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z";

    /** Formats of texts that contain numbers. */
    private static final Pattern NUMBERS =
            Pattern.compile("decimal(128)?|double|float|number|integer|u?int(8|16|32|64|eger)?|big-?int|money");

    private ValueDemand() {}

    /** What is required in place of the value; empty if it can be compared. */
    static String of(Term left, Literal right) {
        if (right.kind() == Kind.NULL) {
            return "";
        } else if (left instanceof Term.Cased) {
            return right.kind() == Kind.TEXT ? "" : "a text, such as 'red'";
        } else if (!(left instanceof Term.Path path)) {
            boolean compares = left instanceof Literal literal
                    ? literal.kind() == right.kind() || literal.kind() == Kind.NULL
                    : right.kind() == Kind.TRUTH;
            return compares ? "" : "a value of the same type, or null";
        } else {
            return path.isOpen() ? "" : of(path, right);
        }
    }

    private static String of(Term.Path path, Literal right) {
        SchemaView schema = path.property().schema();
        String name = " for " + path.property();
        Kind kind = right.kind();
        if (schema.isObject()) {
            return "null or a property in it" + name;
        } else if (schema.isBoolean() && !schema.isText()) {
            return kind == Kind.TRUTH ? "" : "true or false" + name;
        }
        if (schema.isMoment()) {
            boolean moment = kind == Kind.TIME || kind == Kind.TEXT;
            return moment && Instants.of(right.value()).isPresent() ? "" : MOMENT + name;
        } else if (schema.isText()) {
            boolean number = NUMBERS.matcher(schema.format()).matches() || schema.isNumeric();
            boolean text = kind == Kind.TEXT || kind == Kind.GUID || kind == Kind.TIME;
            return text || (number && kind == Kind.NUMBER) ? "" : "a text such as 'red'" + name;
        }
        boolean number =
                kind == Kind.NUMBER || (kind == Kind.TIME && path.property().isMoment());
        return !schema.isNumeric() || number ? "" : "a number" + name;
    }

    /** What is required in place of a value that is not a literal; empty if both may have the same type. */
    static String of(Term left, Term right) {
        Set<Kind> kinds = kinds(left);
        kinds.retainAll(kinds(right));
        return kinds.isEmpty() ? "a value of the same type, or null" : "";
    }

    static boolean isObject(Term term) {
        return term instanceof Term.Path path && path.property().schema().isObject();
    }

    private static Set<Kind> kinds(Term term) {
        if (!(term instanceof Term.Path path)) {
            return EnumSet.of(term instanceof Term.Cased ? Kind.TEXT : Kind.TRUTH);
        } else if (path.isOpen()) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        SchemaView schema = path.property().schema();
        add(kinds, Kind.TEXT, schema.isText());
        add(
                kinds,
                Kind.NUMBER,
                schema.isNumeric() || NUMBERS.matcher(schema.format()).matches());
        add(kinds, Kind.TRUTH, schema.isBoolean());
        add(kinds, Kind.TIME, path.property().isMoment());
        return kinds;
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean has) {
        if (has) {
            kinds.add(kind);
        }
    }
}
