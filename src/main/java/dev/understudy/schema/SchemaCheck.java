package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One schema, and what values break of it: as it is compiled, or, where that cannot be, as the validator says. */
public final class SchemaCheck {
    private static final int MOST_DIGITS = 1000;

    private final DocumentSchemas schemas;
    private final String pointer;
    private volatile @Nullable Schema validator;
    private volatile @Nullable CompiledSchema compiled;

    SchemaCheck(DocumentSchemas schemas, String pointer) {
        this.schemas = schemas;
        this.pointer = pointer;
    }

    /** Where the schema stands in the document. */
    public String pointer() {
        return pointer;
    }

    /** The schema itself, in JSON Schema 2020-12. */
    public JsonNode schema() {
        return schemas.schema(pointer);
    }

    /** The check of the schema at another place of the same document. */
    public SchemaCheck at(String other) {
        return schemas.at(other);
    }

    /** The check of the schema that this one refers to by {@code $ref}; empty if it refers to none. */
    public Optional<SchemaCheck> referred() {
        JsonNode reference = schema().path("$ref");
        return reference.isTextual() ? schemas.target(reference.textValue()).map(schemas::at) : Optional.empty();
    }

    /** Whether the value keeps the schema; never, where there is only the validator to ask. */
    public boolean passes(JsonNode value) {
        return vast(value) == null && compiled().passes(value);
    }

    /** Whether there is anything but the validator to ask. */
    public boolean isCompiled() {
        return compiled() != CompiledSchema.NONE;
    }

    /** What the value breaks, in words; empty when it keeps the schema. */
    public List<Violation> violations(Place place, String name, JsonNode value) {
        return violations(place, name, "", value);
    }

    /** The same for a value that stands somewhere inside the place. */
    public List<Violation> violations(Place place, String name, String at, JsonNode value) {
        String vast = vast(value);
        if (vast != null) {
            Expected expected = Expected.be("a number of at most " + MOST_DIGITS + " digits");
            return List.of(new Violation(place, name, at + vast, "digits", expected, "written with a vast exponent"));
        }
        return violationsOfBounded(place, name, at, value);
    }

    /** The same for a value that was read with bounds on its numbers: it need not be looked through for vast ones. */
    public List<Violation> violationsOfBounded(Place place, String name, String at, JsonNode value) {
        CompiledSchema schema = compiled();
        if (schema.passes(value)) {
            return List.of();
        }
        var explanation = new Explanation(schemas, pointer, place, name, at, value);
        if (isCompiled()) {
            schema.tell(value, "", explanation);
        } else {
            validator().validate(value).forEach(explanation::take);
        }
        return explanation.violations();
    }

    /**
     * Where the first number stands that a few characters, such as 1E999999999, would unfold to more digits than the
     * memory holds: the validator compares numbers digit by digit.
     */
    public static @Nullable String vast(JsonNode value) {
        if (!value.isContainerNode()) {
            boolean vast =
                    value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS;
            return vast ? "" : null;
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

    private CompiledSchema compiled() {
        CompiledSchema schema = compiled;
        if (schema == null) {
            schema = schemas.compiled(pointer);
            compiled = schema;
        }
        return schema;
    }

    private Schema validator() {
        Schema schema = validator;
        if (schema == null) {
            schema = schemas.validator(pointer);
            validator = schema;
        }
        return schema;
    }
}
