package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A value in a tree that was judged before and keeps its verdict, so that it is not judged again. */
public interface ValidatedValue {
    /** Whether the value passes this schema. */
    boolean keeps(CompiledSchema schema);

    /** The value itself; missing if it is no JSON. */
    JsonNode value();
}
