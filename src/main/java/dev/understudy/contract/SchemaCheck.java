package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.List;
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
        if (book.hasMultiples()) {
            List<Violation> vast = vast(place, name, at, value);
            if (!vast.isEmpty()) {
                return vast;
            }
        }
        var errors = compiled().validate(value);
        return errors.isEmpty() ? List.of() : new Explanation(book, pointer, place, name, at, value).of(errors);
    }

    /** A few characters such as 1E999999999 would unfold to more digits than the memory holds. */
    private static List<Violation> vast(Place place, String name, String at, JsonNode value) {
        if (value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS) {
            String expected = "be a number of at most " + MOST_DIGITS + " digits";
            return List.of(new Violation(place, name, at, "multipleOf", expected, Shown.value(value)));
        }
        var found = new ArrayList<Violation>();
        value.fields()
                .forEachRemaining(
                        field -> found.addAll(vast(place, name, Pointers.child(at, field.getKey()), field.getValue())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            found.addAll(vast(place, name, Pointers.child(at, i), value.get(i)));
        }
        return found;
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
