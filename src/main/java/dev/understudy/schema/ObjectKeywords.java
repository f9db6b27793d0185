package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.RepeatedObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code properties}, {@code required} and {@code additionalProperties} in one walk over an object. */
final class ObjectKeywords implements Keyword {
    private final Map<String, CompiledSchema> properties;
    private final String[] required;
    private final boolean open;
    private final @Nullable CompiledSchema others;

    /**
     * @param open whether there may be other properties
     * @param others what other properties must keep; null if nothing
     */
    ObjectKeywords(
            Map<String, CompiledSchema> properties,
            Collection<String> required,
            boolean open,
            @Nullable CompiledSchema others) {
        this.properties = new LinkedHashMap<>(properties);
        Set<String> names = new LinkedHashSet<>(required);
        this.required = names.toArray(new String[0]);
        this.open = open;
        this.others = others;
    }

    @Override
    public boolean isKeptBy(JsonNode value) {
        if (value instanceof RepeatedObject repeated && repeated.isKnownToKeep(this)) {
            return true;
        }
        boolean kept = !value.isObject() || (hasRequired(value) && eachPasses(value));
        if (kept && value instanceof RepeatedObject repeated) {
            repeated.keeps(this);
        }
        return kept;
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
            if (schema == null && !open) {
                return false;
            }
            CompiledSchema demanded = schema == null ? others : schema;
            if (demanded != null && !demanded.passes(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Tells what properties break that the schema knows. */
    void tellProperties(JsonNode object, String instance, Consumer<Breach> found) {
        properties.forEach((name, schema) -> {
            JsonNode value = object.get(name);
            if (value != null) {
                schema.explain(value, Pointers.child(instance, name), found);
            }
        });
    }

    /** Tells which keys are missing of an object at this schema. */
    void tellMissing(String schema, JsonNode object, String instance, Consumer<Breach> found) {
        for (String name : required) {
            if (object.isObject() && object.get(name) == null) {
                found.accept(new Breach(schema, instance, "required", name));
            }
        }
    }

    /** Tells which keys are too many, or what other properties break. */
    void tellOthers(String schema, JsonNode object, String instance, Consumer<Breach> found) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = entry.getKey();
            if (!properties.containsKey(name) && !open) {
                found.accept(new Breach(schema, instance, "additionalProperties", name));
            } else if (!properties.containsKey(name) && others != null) {
                others.explain(entry.getValue(), Pointers.child(instance, name), found);
            }
        }
    }
}
