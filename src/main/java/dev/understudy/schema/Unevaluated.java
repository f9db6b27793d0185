package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems}: what a schema demands of the members and elements that no
 * other of its keywords has looked at.
 */
sealed interface Unevaluated extends Keyword, KeywordExplainer, Evaluating {
    /**
     * Of members.
     *
     * @param at where the schema is written that has the keyword
     * @param owner that schema
     * @param rest what the others must keep
     */
    record Properties(String at, CompiledSchema owner, CompiledSchema rest) implements Unevaluated {
        @Override
        public boolean isKeptBy(JsonNode value) {
            Evaluated seen = owner.looked(value);
            return value.properties().stream()
                    .allMatch(entry -> seen.names.contains(entry.getKey()) || rest.passes(entry.getValue()));
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            Evaluated seen = owner.looked(value);
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String name = entry.getKey();
                if (!seen.names.contains(name) && rest.isRefusing()) {
                    found.accept(new BrokenKeyword(at, instance, "unevaluatedProperties", name));
                } else if (!seen.names.contains(name)) {
                    rest.explain(entry.getValue(), Pointers.child(instance, name), found);
                }
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            value.fieldNames().forEachRemaining(seen.names::add);
        }
    }

    /**
     * Of elements.
     *
     * @param at where the schema is written that has the keyword
     * @param owner that schema
     * @param rest what the others must keep
     */
    record Items(String at, CompiledSchema owner, CompiledSchema rest) implements Unevaluated {
        @Override
        public boolean isKeptBy(JsonNode value) {
            Evaluated seen = owner.looked(value);
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!seen.indexes.get(i) && !rest.passes(value.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            Evaluated seen = owner.looked(value);
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!seen.indexes.get(i) && rest.isRefusing()) {
                    found.accept(new BrokenKeyword(at, instance, "unevaluatedItems", null));
                } else if (!seen.indexes.get(i)) {
                    rest.explain(value.get(i), Pointers.child(instance, i), found);
                }
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            seen.indexes.set(0, value.isArray() ? value.size() : 0);
        }
    }
}
