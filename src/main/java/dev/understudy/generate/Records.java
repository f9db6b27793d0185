package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The records of one collection, each of which can be made by itself. */
interface Records {
    JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The record with this index, counted from 0. */
    JsonNode record(int index);
}
