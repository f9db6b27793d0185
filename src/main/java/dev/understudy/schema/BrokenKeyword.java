package dev.understudy.schema;

import org.jspecify.annotations.Nullable;

/**
 * A keyword of a schema that a value breaks.
 *
 * @param schema where the schema is written that has the keyword, as a JSON pointer of the document
 * @param instance the part of the value that breaks it, as a JSON pointer
 * @param key the key of that part that is missing or too many; null if the keyword means the part as a whole
 */
record BrokenKeyword(String schema, String instance, String keyword, @Nullable String key) {
    /** Between variants: which of their keywords are broken says little. */
    boolean isChoice() {
        return keyword.equals("oneOf") || keyword.equals("anyOf");
    }
}
