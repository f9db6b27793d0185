package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keywords that ask other schemas about the value. */
final class ChoiceKeywords {
    private ChoiceKeywords() {}

    /** {@code allOf}, and a reference, which is a list of one. */
    record AllOf(List<CompiledSchema> branches) implements Keyword, KeywordExplainer, Evaluating {
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
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            branches.forEach(branch -> branch.tell(value, instance, found));
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            branches.forEach(branch -> branch.evaluate(value, seen));
        }
    }

    record AnyOf(List<CompiledSchema> branches) implements Keyword, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            for (int i = 0; i < branches.size(); i++) {
                if (branches.get(i).passes(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            branches.forEach(branch -> branch.evaluate(value, seen));
        }
    }

    record OneOf(List<CompiledSchema> branches) implements Keyword, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            int passed = 0;
            for (int i = 0; i < branches.size() && passed < 2; i++) {
                passed += branches.get(i).passes(value) ? 1 : 0;
            }
            return passed == 1;
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            branches.forEach(branch -> branch.evaluate(value, seen));
        }
    }

    static Keyword not(CompiledSchema schema) {
        return value -> !schema.passes(value);
    }

    /** {@code if}, {@code then} and {@code else}. */
    record Conditional(CompiledSchema condition, @Nullable CompiledSchema then, @Nullable CompiledSchema otherwise)
            implements Keyword, KeywordExplainer, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            CompiledSchema asked = asked(value);
            return asked == null || asked.passes(value);
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            CompiledSchema asked = asked(value);
            if (asked != null) {
                asked.tell(value, instance, found);
            }
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            condition.evaluate(value, seen);
            CompiledSchema asked = asked(value);
            if (asked != null) {
                asked.evaluate(value, seen);
            }
        }

        private @Nullable CompiledSchema asked(JsonNode value) {
            return condition.passes(value) ? then : otherwise;
        }
    }
}
