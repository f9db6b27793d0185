package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** One demand of a compiled schema. A keyword that says nothing about values of some kind is kept by all of them. */
@FunctionalInterface
interface Keyword {
    boolean isKeptBy(JsonNode value);
}
