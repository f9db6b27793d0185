package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Names what a value breaks of one keyword; nothing, if the value keeps it. */
@FunctionalInterface
interface KeywordExplainer {
    /** @param instance where the value stands in the whole, as a JSON pointer */
    void of(JsonNode value, String instance, Consumer<BrokenKeyword> found);

    /** Of a keyword of the schema at this place that is kept or broken as a whole. */
    static KeywordExplainer of(String schema, String name, Keyword keyword) {
        return (value, instance, found) -> {
            if (!keyword.isKeptBy(value)) {
                found.accept(new BrokenKeyword(schema, instance, name, null));
            }
        };
    }
}
