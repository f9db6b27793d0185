package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** One side of a comparison; a missing node where there is nothing. */
interface Operand {
    JsonNode value(JsonNode current, Run run);
}
