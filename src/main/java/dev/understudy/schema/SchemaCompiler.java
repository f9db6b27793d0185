package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Effect;
import dev.understudy.schema.ChoiceKeywords.AllOf;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas to what the validator decides about values, no more and no less; its formats and patterns are the
 * validator's own. A schema with a keyword that is not known here is not compiled: the validator alone judges by it.
 */
final class SchemaCompiler {
    private final DocumentSchemas schemas;
    private final Map<String, CompiledSchema> compiled = new HashMap<>();

    SchemaCompiler(DocumentSchemas schemas) {
        this.schemas = schemas;
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
        JsonNode written = schemas.judged(pointer);
        if (written.isBoolean() && !written.booleanValue()) {
            schema.refuse(pointer);
        } else {
            demand(schema, pointer, written);
        }
        return schema;
    }

    private void demand(CompiledSchema compiling, String pointer, JsonNode schema) throws Unknown {
        var keywords = new ArrayList<Keyword>();
        ObjectKeywords object = object(pointer, schema);
        var explainers = new KeywordExplainers(pointer, object);
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String key = entry.getKey();
            Keyword keyword = isNote(key) || explainers.ofObject(key) ? null : keyword(compiling, pointer, schema, key);
            if (keyword != null) {
                // The type is asked first: it settles most of what is wrong, and at little cost.
                keywords.add(key.equals("type") ? 0 : keywords.size(), keyword);
                explainers.add(key, keyword);
            }
        }
        if (object != null) {
            keywords.add(object);
        }
        compiling.demand(keywords, explainers.inOrder());
    }

    /** Extensions are notes, and so is what JSON Schema does not know. */
    private static boolean isNote(String key) {
        return SchemaKeyword.lowered(key)
                .map(keyword -> keyword.effect() == Effect.NOTE)
                .orElse(true);
    }

    /** Null if the keyword says nothing by itself. */
    private @Nullable Keyword keyword(CompiledSchema owner, String pointer, JsonNode schema, String key)
            throws Unknown {
        JsonNode value = schema.path(key);
        return switch (key) {
            case "$ref" ->
                new AllOf(List.of(schema(schemas.target(value.asText()).orElseThrow(Unknown::new))));
            case "type" -> ValueKeywords.type(value, schema.has(Lowering.NO_FRACTION));
            case "enum" -> ValueKeywords.oneOf(value);
            case "const" -> ValueKeywords.equalTo(value);
            case "format" -> ValueKeywords.format(value.asText());
            case "pattern" -> ValueKeywords.pattern(EcmaPattern.of(value.asText()));
            case "minLength" -> ValueKeywords.atLeast(ValueKeywords::length, value.intValue());
            case "maxLength" -> ValueKeywords.atMost(ValueKeywords::length, value.intValue());
            case "minItems" -> ValueKeywords.atLeast(ValueKeywords::items, value.intValue());
            case "maxItems" -> ValueKeywords.atMost(ValueKeywords::items, value.intValue());
            case "minProperties" -> ValueKeywords.atLeast(ValueKeywords::properties, value.intValue());
            case "maxProperties" -> ValueKeywords.atMost(ValueKeywords::properties, value.intValue());
            case "uniqueItems" -> ValueKeywords.unique(value);
            case "minimum" -> NumberKeywords.minimum(value);
            case "maximum" -> NumberKeywords.maximum(value);
            case "exclusiveMinimum" -> NumberKeywords.exclusiveMinimum(value);
            case "exclusiveMaximum" -> NumberKeywords.exclusiveMaximum(value);
            case "multipleOf" -> NumberKeywords.multipleOf(value);
            case "prefixItems" -> new ArrayKeywords.PrefixItems(list(pointer, key, value));
            case "items" ->
                new ArrayKeywords.Items(pointer, schema.path("prefixItems").size(), below(pointer, key));
            case "contains" ->
                new ArrayKeywords.Contains(
                        pointer,
                        below(pointer, key),
                        schema.path("minContains").asInt(1),
                        schema.path("maxContains").asInt(Integer.MAX_VALUE));
            case "propertyNames" -> new NameKeywords.PropertyNames(pointer, below(pointer, key));
            case "dependentRequired" -> new NameKeywords.DependentRequired(pointer, dependencies(value));
            case "dependentSchemas" -> new NameKeywords.DependentSchemas(named(pointer, key, value));
            case "unevaluatedProperties" -> new Unevaluated.Properties(pointer, owner, below(pointer, key));
            case "unevaluatedItems" -> new Unevaluated.Items(pointer, owner, below(pointer, key));
            case "allOf" -> new AllOf(list(pointer, key, value));
            case "anyOf" -> new ChoiceKeywords.AnyOf(list(pointer, key, value));
            case "oneOf" -> new ChoiceKeywords.OneOf(list(pointer, key, value));
            case "not" -> ChoiceKeywords.not(below(pointer, key));
            case "if" ->
                new ChoiceKeywords.Conditional(
                        below(pointer, key),
                        schema.has("then") ? below(pointer, "then") : null,
                        schema.has("else") ? below(pointer, "else") : null);
            case "then", "else", "minContains", "maxContains" -> null;
            default -> throw new Unknown();
        };
    }

    private @Nullable ObjectKeywords object(String pointer, JsonNode schema) throws Unknown {
        if (KeywordExplainers.OF_OBJECT.stream().noneMatch(schema::has)) {
            return null;
        }
        var patterns = new ArrayList<ObjectKeywords.Pattern>();
        named(pointer, "patternProperties", schema.path("patternProperties"))
                .forEach((name, each) -> patterns.add(new ObjectKeywords.Pattern(EcmaPattern.of(name), each)));
        return new ObjectKeywords(
                named(pointer, "properties", schema.path("properties")),
                patterns,
                names(schema.path("required")),
                schema.has("additionalProperties") ? below(pointer, "additionalProperties") : null);
    }

    private CompiledSchema below(String pointer, String key) throws Unknown {
        return schema(Pointers.child(pointer, key));
    }

    private List<CompiledSchema> list(String pointer, String key, JsonNode list) throws Unknown {
        var schemas = new ArrayList<CompiledSchema>();
        for (int i = 0; i < list.size(); i++) {
            schemas.add(schema(Pointers.child(Pointers.child(pointer, key), i)));
        }
        return schemas;
    }

    private Map<String, CompiledSchema> named(String pointer, String key, JsonNode map) throws Unknown {
        var schemas = new LinkedHashMap<String, CompiledSchema>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            schemas.put(entry.getKey(), below(Pointers.child(pointer, key), entry.getKey()));
        }
        return schemas;
    }

    private static Map<String, List<String>> dependencies(JsonNode map) {
        var dependencies = new HashMap<String, List<String>>();
        map.properties().forEach(entry -> dependencies.put(entry.getKey(), names(entry.getValue())));
        return dependencies;
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
