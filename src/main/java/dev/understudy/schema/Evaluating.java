package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A keyword that looks at members or elements, or whose schemas do. */
@FunctionalInterface
interface Evaluating {
    /** Adds what of the value it has looked at. */
    void evaluate(JsonNode value, Evaluated seen);
}
