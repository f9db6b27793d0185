package dev.understudy.contract.stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item of a body.
 *
 * @param line the line on which it begins, from 1 on
 */
record StreamItem(JsonNode value, int line) {}
