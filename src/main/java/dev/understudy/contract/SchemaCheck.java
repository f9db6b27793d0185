package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One schema, and what values break of it. */
final class SchemaCheck {
    private static final int MOST_DIGITS = 1000;

    private final SchemaBook book;
    private final String pointer;
    private volatile @Nullable Schema compiled;

    SchemaCheck(SchemaBook book, String pointer) {
        this.book = book;
        this.pointer = pointer;
    }

    /** What the value breaks, in words; empty when it keeps the schema. */
    List<Violation> violations(Place place, String name, JsonNode value) {
        return violations(place, name, "", value);
    }

    /** The same for a value that stands somewhere inside the place. */
    List<Violation> violations(Place place, String name, String at, JsonNode value) {
        String vast = vast(value);
        if (vast != null) {
            String expected = "be a number of at most " + MOST_DIGITS + " digits";
            return List.of(new Violation(place, name, at + vast, "digits", expected, "written with a vast exponent"));
        }
        var errors = compiled().validate(value);
        return errors.isEmpty() ? List.of() : new Explanation(book, pointer, place, name, at, value).of(errors);
    }

    /**
     * Where the first number stands that a few characters, such as 1E999999999, would unfold to more digits than the
     * memory holds: the validator compares numbers digit by digit.
     */
    private static @Nullable String vast(JsonNode value) {
        if (value.isBigDecimal()) {
            return Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS ? "" : null;
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String found = vast(property.getValue());
            if (found != null) {
                return Pointers.child("", property.getKey()) + found;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            String found = vast(value.get(i));
            if (found != null) {
                return Pointers.child("", i) + found;
            }
        }
        return null;
    }

    private Schema compiled() {
        Schema schema = compiled;
        if (schema == null) {
            schema = book.compiled(pointer);
            compiled = schema;
        }
        return schema;
    }
}
