package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.format.Format;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles schemas to what the validator decides about values, no more and no less; its formats and patterns are the
 * validator's own. A schema with a keyword that is not known here is not compiled: the validator alone judges by it.
 */
final class SchemaCompiler {
    /** Keywords that are compiled together with {@code properties}. */
    private static final Set<String> OBJECT = Set.of("properties", "required", "additionalProperties");

    /** Formats that ask the validator how strict it is. */
    private static final Set<String> CONTEXTUAL = Set.of("duration", "regex");

    private final SchemaBook book;
    private final Map<String, CompiledSchema> compiled = new HashMap<>();

    SchemaCompiler(SchemaBook book) {
        this.book = book;
    }

    /** A keyword that only the validator knows. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The schema at this place; {@link CompiledSchema#NONE} if only the validator can judge by it. */
    synchronized CompiledSchema compile(String pointer) {
        try {
            return schema(pointer);
        } catch (Unknown e) {
            // Half of what was begun is not finished.
            compiled.clear();
            return CompiledSchema.NONE;
        }
    }

    private CompiledSchema schema(String pointer) throws Unknown {
        CompiledSchema known = compiled.get(pointer);
        if (known != null) {
            return known;
        }
        var schema = new CompiledSchema();
        compiled.put(pointer, schema);
        demand(schema, pointer);
        return schema;
    }

    private void demand(CompiledSchema compiling, String pointer) throws Unknown {
        JsonNode schema = book.judged(pointer);
        if (schema.has("$ref")) {
            String target = book.target(schema.path("$ref").asText()).orElseThrow(Unknown::new);
            var referred = new ChoiceKeywords.AllOf(List.of(schema(target)));
            compiling.demand(List.of(referred), List.of(referred));
            return;
        }
        var keywords = new ArrayList<Keyword>();
        var tellings = new ArrayList<Telling>();
        ObjectKeywords object = OBJECT.stream().anyMatch(schema::has) ? properties(pointer, schema) : null;
        // In the order in which the validator tells: properties first, all else as the document has it.
        if (object != null) {
            tellings.add(object::tellProperties);
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String key = entry.getKey();
            if (object != null && key.equals("required")) {
                tellings.add((value, instance, found) -> object.tellMissing(pointer, value, instance, found));
            } else if (object != null && key.equals("additionalProperties")) {
                tellings.add((value, instance, found) -> object.tellOthers(pointer, value, instance, found));
            } else if (!isNote(key) && !key.equals("properties")) {
                Keyword keyword = keyword(pointer, key, entry.getValue());
                // The type is asked first: it settles most of what is wrong, and at little cost.
                keywords.add(key.equals("type") ? 0 : keywords.size(), keyword);
                tellings.add(keyword instanceof Telling telling ? telling : Telling.of(pointer, key, keyword));
            }
        }
        if (object != null) {
            keywords.add(object);
        }
        compiling.demand(keywords, tellings);
    }

    /** Extensions are notes, and so is what JSON Schema does not know. */
    private static boolean isNote(String key) {
        return SchemaKeyword.lowered(key)
                .map(keyword -> keyword.effect() == Effect.NOTE)
                .orElse(true);
    }

    private Keyword keyword(String pointer, String key, JsonNode value) throws Unknown {
        return switch (key) {
            case "type" -> ValueKeywords.type(value, book.judged(pointer).has(Lowering.NO_FRACTION));
            case "enum" -> ValueKeywords.oneOf(value).orElseThrow(Unknown::new);
            case "format" -> format(value.asText());
            case "pattern" -> ValueKeywords.pattern(EcmaPattern.of(value.asText()));
            case "minLength" -> ValueKeywords.atLeast(ValueKeywords::length, value.intValue());
            case "maxLength" -> ValueKeywords.atMost(ValueKeywords::length, value.intValue());
            case "minItems" -> ValueKeywords.atLeast(ValueKeywords::items, value.intValue());
            case "maxItems" -> ValueKeywords.atMost(ValueKeywords::items, value.intValue());
            case "minProperties" -> ValueKeywords.atLeast(ValueKeywords::properties, value.intValue());
            case "maxProperties" -> ValueKeywords.atMost(ValueKeywords::properties, value.intValue());
            case "uniqueItems" -> value.asBoolean() ? ValueKeywords::areUnique : any -> true;
            case "minimum" -> NumberKeywords.minimum(value);
            case "maximum" -> NumberKeywords.maximum(value);
            case "exclusiveMinimum" -> NumberKeywords.exclusiveMinimum(value);
            case "exclusiveMaximum" -> NumberKeywords.exclusiveMaximum(value);
            case "multipleOf" -> NumberKeywords.multipleOf(value);
            case "items" -> new ChoiceKeywords.Items(inside(pointer, key));
            case "allOf" -> new ChoiceKeywords.AllOf(branches(pointer, key, value));
            case "anyOf" -> ChoiceKeywords.anyOf(branches(pointer, key, value));
            case "oneOf" -> ChoiceKeywords.oneOf(branches(pointer, key, value));
            case "not" -> ChoiceKeywords.not(inside(pointer, key));
            default -> throw new Unknown();
        };
    }

    /** Formats of numbers are notes, and so is one that the validator has no check for. */
    private Keyword format(String name) {
        Format format = SchemaBook.FORMATS.get(name);
        return format == null
                ? any -> true
                : ValueKeywords.format(format, CONTEXTUAL.contains(name) ? book.context() : null);
    }

    private ObjectKeywords properties(String pointer, JsonNode schema) throws Unknown {
        var properties = new LinkedHashMap<String, CompiledSchema>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            properties.put(property.getKey(), inside(Pointers.child(pointer, "properties"), property.getKey()));
        }
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode others = schema.path("additionalProperties");
        CompiledSchema other = others.isObject() ? inside(pointer, "additionalProperties") : null;
        return new ObjectKeywords(properties, required, !others.isBoolean() || others.booleanValue(), other);
    }

    private CompiledSchema inside(String pointer, String key) throws Unknown {
        return schema(Pointers.child(pointer, key));
    }

    private List<CompiledSchema> branches(String pointer, String key, JsonNode list) throws Unknown {
        var branches = new ArrayList<CompiledSchema>();
        for (int i = 0; i < list.size(); i++) {
            branches.add(schema(Pointers.child(Pointers.child(pointer, key), i)));
        }
        return branches;
    }
}
