package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** What a filter asks of a value (RFC 9535 section 2.3.5). */
interface Condition {
    boolean holds(JsonNode current, Run run);
}
