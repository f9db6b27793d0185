package dev.understudy.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema of the value at a pointer, as far as schemas tell; choices between schemas are not looked into. */
sealed interface ReachableSchema {
    /** They do not say; any value may be there, or none. */
    ReachableSchema ANY = new Any();

    record Any() implements ReachableSchema {}

    /**
     * It keeps this schema.
     *
     * @param always whether it is in every value that keeps the schema around it
     */
    record Of(SchemaCheck schema, boolean always) implements ReachableSchema {}

    /** There is never one. */
    record Never(Expected expected, @Nullable String nearest) implements ReachableSchema {}

    /** At this pointer of a value of this schema. */
    static ReachableSchema at(SchemaCheck root, String pointer) {
        ReachableSchema here = new Of(root, true);
        for (String token : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            if (!(here instanceof Of of)) {
                return here;
            }
            ReachableSchema next = child(Together.of(of.schema), Pointers.unescaped(token));
            here = next instanceof Of found ? new Of(found.schema, of.always && found.always) : next;
        }
        return here;
    }

    private static ReachableSchema child(Together schema, String token) {
        boolean object = schema.mayBe("object");
        boolean array = schema.mayBe("array");
        if (!object && !array) {
            return new Never(Expected.to("end here: the value is " + MessageText.or(schema.types())), null);
        }
        boolean index = token.matches("0|[1-9][0-9]{0,8}");
        if (!object && !index) {
            return new Never(Expected.be("the index of an item, such as 0"), null);
        }
        return array && index ? object ? ANY : schema.item(Integer.parseInt(token)) : schema.property(token);
    }

    /** A schema and all that values keep together with it: what it refers to, and {@code allOf}. */
    record Together(List<SchemaCheck> parts) {
        private static final int MOST = 50;
        private static final List<String> CHOICES = List.of(
                "anyOf", "oneOf", "if", "not", "dependentSchemas", "$dynamicRef", "patternProperties", "contains");

        static Together of(SchemaCheck schema) {
            var parts = new ArrayList<SchemaCheck>();
            collect(schema, parts);
            return new Together(parts);
        }

        private static void collect(SchemaCheck schema, List<SchemaCheck> parts) {
            if (parts.size() >= MOST
                    || parts.stream().anyMatch(part -> part.pointer().equals(schema.pointer()))) {
                return;
            }
            parts.add(schema);
            schema.referred().ifPresent(other -> collect(other, parts));
            for (int i = 0; i < schema.schema().path("allOf").size(); i++) {
                collect(schema.at(Pointers.child(Pointers.child(schema.pointer(), "allOf"), i)), parts);
            }
        }

        /** Whether a value of this type may keep it, as far as types tell. */
        boolean mayBe(String type) {
            List<String> types = types();
            return types.isEmpty() || types.contains(type) || type.equals("integer") && types.contains("number");
        }

        /** The types that values may have; empty where nothing is said of them. */
        List<String> types() {
            return parts.stream()
                    .map(part -> part.schema().path("type"))
                    .filter(type -> !type.isMissingNode())
                    .findFirst()
                    .map(Together::words)
                    .orElse(List.of());
        }

        /** Values of which each that keeps it is one: its constants and enums; empty where it has none. */
        List<JsonNode> values() {
            var values = new ArrayList<JsonNode>();
            for (SchemaCheck part : parts) {
                part.schema().path("enum").forEach(values::add);
                if (part.schema().has("const")) {
                    values.add(part.schema().path("const"));
                }
            }
            return values;
        }

        /** Whether no value keeps it, as it says so itself. */
        boolean isNever() {
            return parts.stream().anyMatch(part -> isFalse(part.schema()));
        }

        private static List<String> words(JsonNode type) {
            var words = new ArrayList<String>();
            if (type.isTextual()) {
                words.add(type.textValue());
            }
            type.forEach(each -> words.add(each.asText()));
            return words;
        }

        private ReachableSchema property(String key) {
            var known = new ArrayList<String>();
            boolean closed = false;
            boolean required = false;
            Optional<SchemaCheck> found = Optional.empty();
            for (SchemaCheck part : parts) {
                JsonNode schema = part.schema();
                if (schema.at("/properties").has(key)) {
                    found = Optional.of(part.at(Pointers.child(part.pointer() + "/properties", key)));
                }
                schema.path("properties").fieldNames().forEachRemaining(known::add);
                closed |= isFalse(schema.path("additionalProperties"));
                for (JsonNode each : schema.path("required")) {
                    required |= each.asText().equals(key);
                }
            }
            if (found.isPresent()) {
                return new Of(found.get(), required && types().equals(List.of("object")));
            }
            return closed && !isOpen()
                    ? new Never(
                            known.isEmpty() ? Expected.be("no property") : Expected.oneOf(known),
                            Spelling.nearest(key, known).orElse(null))
                    : ANY;
        }

        private ReachableSchema item(int index) {
            for (SchemaCheck part : parts) {
                JsonNode schema = part.schema();
                if (schema.path("prefixItems").has(index)) {
                    return new Of(part.at(Pointers.child(part.pointer() + "/prefixItems", index)), false);
                } else if (schema.path("items").isObject()) {
                    return new Of(part.at(part.pointer() + "/items"), false);
                }
            }
            return ANY;
        }

        /** Whether keywords that are not looked into may name more. */
        private boolean isOpen() {
            return parts.stream().anyMatch(part -> CHOICES.stream().anyMatch(part.schema()::has));
        }

        private static boolean isFalse(JsonNode value) {
            return value.isBoolean() && !value.booleanValue();
        }
    }
}
