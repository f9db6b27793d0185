package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code properties}, {@code patternProperties}, {@code required} and {@code additionalProperties} in one walk over an
 * object.
 */
final class ObjectKeywords implements Keyword, Evaluating {
    private final Map<String, CompiledSchema> properties;
    private final List<Pattern> patterns;
    private final String[] required;
    private final @Nullable CompiledSchema others;

    /** What the members must keep whose names match. */
    record Pattern(EcmaPattern name, CompiledSchema schema) {}

    /** @param others what other members must keep; null if nobody asks */
    ObjectKeywords(
            Map<String, CompiledSchema> properties,
            List<Pattern> patterns,
            Collection<String> required,
            @Nullable CompiledSchema others) {
        this.properties = new LinkedHashMap<>(properties);
        this.patterns = List.copyOf(patterns);
        Set<String> names = new LinkedHashSet<>(required);
        this.required = names.toArray(new String[0]);
        this.others = others;
    }

    @Override
    public boolean isKeptBy(JsonNode value) {
        return !value.isObject() || (hasRequired(value) && eachPasses(value));
    }

    private boolean hasRequired(JsonNode object) {
        for (String name : required) {
            if (object.get(name) == null) {
                return false;
            }
        }
        return true;
    }

    private boolean eachPasses(JsonNode object) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            CompiledSchema schema = properties.get(entry.getKey());
            boolean matched = schema != null;
            if (schema != null && !schema.passes(entry.getValue())) {
                return false;
            }
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).name().matches(entry.getKey())) {
                    matched = true;
                    if (!patterns.get(i).schema().passes(entry.getValue())) {
                        return false;
                    }
                }
            }
            if (!matched && others != null && !others.passes(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Tells what members break that the schema knows. */
    void explainProperties(JsonNode object, String instance, Consumer<BrokenKeyword> found) {
        properties.forEach((name, schema) -> {
            JsonNode value = object.get(name);
            if (value != null) {
                schema.explain(value, Pointers.child(instance, name), found);
            }
        });
    }

    /** Tells what members break whose names match. */
    void explainPatterns(JsonNode object, String instance, Consumer<BrokenKeyword> found) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            patterns.stream()
                    .filter(pattern -> pattern.name().matches(entry.getKey()))
                    .forEach(pattern -> pattern.schema()
                            .explain(entry.getValue(), Pointers.child(instance, entry.getKey()), found));
        }
    }

    /** Tells which keys are missing of an object at this schema. */
    void explainMissing(String schema, JsonNode object, String instance, Consumer<BrokenKeyword> found) {
        for (String name : required) {
            if (object.isObject() && object.get(name) == null) {
                found.accept(new BrokenKeyword(schema, instance, "required", name));
            }
        }
    }

    /** Tells which keys are too many, or what other members break. */
    void explainOthers(String schema, JsonNode object, String instance, Consumer<BrokenKeyword> found) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = entry.getKey();
            if (others == null || isKnown(name)) {
                continue;
            } else if (others.isRefusing()) {
                found.accept(new BrokenKeyword(schema, instance, "additionalProperties", name));
            } else {
                others.explain(entry.getValue(), Pointers.child(instance, name), found);
            }
        }
    }

    @Override
    public void evaluate(JsonNode value, Evaluated seen) {
        value.fieldNames().forEachRemaining(name -> {
            if (others != null || isKnown(name)) {
                seen.names.add(name);
            }
        });
    }

    private boolean isKnown(String name) {
        return properties.containsKey(name)
                || patterns.stream().anyMatch(pattern -> pattern.name().matches(name));
    }
}
