package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import java.util.List;
import java.util.function.Consumer;

/** Keywords that ask other schemas about the value. */
final class ChoiceKeywords {
    private ChoiceKeywords() {}

    /** {@code items}. */
    record Items(CompiledSchema schema) implements Keyword, Telling {
        @Override
        public boolean isKeptBy(JsonNode value) {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!schema.passes(value.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<Breach> found) {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                schema.explain(value.get(i), Pointers.child(instance, i), found);
            }
        }
    }

    /** {@code allOf}, and a reference, which is a list of one. */
    record AllOf(List<CompiledSchema> branches) implements Keyword, Telling {
        @Override
        public boolean isKeptBy(JsonNode value) {
            for (int i = 0; i < branches.size(); i++) {
                if (!branches.get(i).passes(value)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<Breach> found) {
            branches.forEach(branch -> branch.explain(value, instance, found));
        }
    }

    static Keyword anyOf(List<CompiledSchema> branches) {
        CompiledSchema[] all = branches.toArray(new CompiledSchema[0]);
        return value -> {
            for (CompiledSchema branch : all) {
                if (branch.passes(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Keyword oneOf(List<CompiledSchema> branches) {
        CompiledSchema[] all = branches.toArray(new CompiledSchema[0]);
        return value -> {
            int passed = 0;
            for (CompiledSchema branch : all) {
                if (branch.passes(value)) {
                    passed++;
                }
            }
            return passed == 1;
        };
    }

    static Keyword not(CompiledSchema schema) {
        return value -> !schema.passes(value);
    }
}
