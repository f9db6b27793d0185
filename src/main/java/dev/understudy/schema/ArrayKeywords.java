package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import java.util.List;
import java.util.function.Consumer;

/** Keywords that ask other schemas about elements. */
final class ArrayKeywords {
    private ArrayKeywords() {}

    /** {@code prefixItems}: a schema for each of the first elements. */
    record PrefixItems(List<CompiledSchema> schemas) implements Keyword, KeywordExplainer, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            for (int i = 0; i < length(value); i++) {
                if (!schemas.get(i).passes(value.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            for (int i = 0; i < length(value); i++) {
                schemas.get(i).explain(value.get(i), Pointers.child(instance, i), found);
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            seen.indexes.set(0, length(value));
        }

        private int length(JsonNode value) {
            return value.isArray() ? Math.min(value.size(), schemas.size()) : 0;
        }
    }

    /**
     * {@code items}: a schema for all elements behind those of {@code prefixItems}.
     *
     * @param at where the schema is written that has the keyword
     * @param from the first element that is meant
     */
    record Items(String at, int from, CompiledSchema schema) implements Keyword, KeywordExplainer, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            for (int i = from; value.isArray() && i < value.size(); i++) {
                if (!schema.passes(value.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            if (schema.isRefusing() && !isKeptBy(value)) {
                found.accept(new BrokenKeyword(at, instance, "items", null));
                return;
            }
            for (int i = from; value.isArray() && i < value.size(); i++) {
                schema.explain(value.get(i), Pointers.child(instance, i), found);
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            seen.indexes.set(0, value.isArray() ? value.size() : 0);
        }
    }

    /**
     * {@code contains} with its bounds.
     *
     * @param at where the schema is written that has the keywords
     */
    record Contains(String at, CompiledSchema schema, int least, int most)
            implements Keyword, KeywordExplainer, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            return !value.isArray() || count(value) >= least && count(value) <= most;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            int count = value.isArray() ? count(value) : least;
            if (count < least) {
                found.accept(new BrokenKeyword(at, instance, "minContains", null));
            }
            if (value.isArray() && count > most) {
                found.accept(new BrokenKeyword(at, instance, "maxContains", null));
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (schema.passes(value.get(i))) {
                    seen.indexes.set(i);
                }
            }
        }

        private int count(JsonNode array) {
            var seen = new Evaluated();
            evaluate(array, seen);
            return seen.indexes.cardinality();
        }
    }
}
