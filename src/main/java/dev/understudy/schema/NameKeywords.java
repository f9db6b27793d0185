package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keywords about the names of members, and about what a name asks for. */
final class NameKeywords {
    private NameKeywords() {}

    /**
     * {@code propertyNames}.
     *
     * @param at where the schema is written that has the keyword
     */
    record PropertyNames(String at, CompiledSchema schema) implements Keyword, KeywordExplainer {
        @Override
        public boolean isKeptBy(JsonNode value) {
            return value.properties().stream().allMatch(entry -> fits(entry.getKey()));
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                if (!fits(entry.getKey())) {
                    found.accept(new BrokenKeyword(at, instance, "propertyNames", entry.getKey()));
                }
            }
        }

        private boolean fits(String name) {
            return schema.passes(TextNode.valueOf(name));
        }
    }

    /**
     * {@code dependentRequired}.
     *
     * @param at where the schema is written that has the keyword
     * @param names those that are asked for, by the name that asks
     */
    record DependentRequired(String at, Map<String, List<String>> names) implements Keyword, KeywordExplainer {
        @Override
        public boolean isKeptBy(JsonNode value) {
            return names.entrySet().stream()
                    .filter(dependency -> value.has(dependency.getKey()))
                    .allMatch(dependency -> dependency.getValue().stream().allMatch(value::has));
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                for (String name : names.getOrDefault(entry.getKey(), List.of())) {
                    if (!value.has(name)) {
                        found.accept(new BrokenKeyword(at, instance, "dependentRequired", name));
                    }
                }
            }
        }
    }

    /**
     * {@code dependentSchemas}.
     *
     * @param schemas by the name that asks for them
     */
    record DependentSchemas(Map<String, CompiledSchema> schemas) implements Keyword, KeywordExplainer, Evaluating {
        @Override
        public boolean isKeptBy(JsonNode value) {
            return asked(value).allMatch(schema -> schema.passes(value));
        }

        @Override
        public void of(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
            asked(value).forEach(schema -> schema.tell(value, instance, found));
        }

        @Override
        public void evaluate(JsonNode value, Evaluated seen) {
            asked(value).forEach(schema -> schema.evaluate(value, seen));
        }

        private Stream<CompiledSchema> asked(JsonNode value) {
            return value.properties().stream().flatMap(entry -> Stream.ofNullable(schemas.get(entry.getKey())));
        }
    }
}
