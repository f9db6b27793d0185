package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Tells what a value breaks of one keyword; nothing, if it keeps it. */
@FunctionalInterface
interface Telling {
    /** @param instance where the value stands in the whole, as a JSON pointer */
    void of(JsonNode value, String instance, Consumer<Breach> found);

    /** Of a keyword of the schema at this place that is kept or broken as a whole. */
    static Telling of(String schema, String name, Keyword keyword) {
        return (value, instance, found) -> {
            if (!keyword.isKeptBy(value)) {
                found.accept(new Breach(schema, instance, name, null));
            }
        };
    }
}
