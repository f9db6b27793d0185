package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schema, and what values break of it. */
final class SchemaCheck {
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
        var errors = compiled().validate(value);
        return errors.isEmpty() ? List.of() : new Explanation(book, pointer, place, name, at, value).of(errors);
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
