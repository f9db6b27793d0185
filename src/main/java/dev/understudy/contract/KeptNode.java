package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.util.Arrays;

/** A record inside a reply: its bytes as they leave, and what came of checking those very bytes, schema by schema. */
final class KeptNode extends POJONode {
    private static final long serialVersionUID = 1;

    private final transient byte[] bytes;
    /** Those that it keeps; two threads that add one at once lose one of them, which is asked again. */
    private transient volatile CompiledSchema[] kept = {};

    KeptNode(byte[] bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether the bytes keep the schema; they are read the first time that this one asks. */
    boolean keeps(CompiledSchema schema) {
        CompiledSchema[] known = kept;
        for (CompiledSchema one : known) {
            if (one == schema) {
                return true;
            }
        }
        JsonNode value = value();
        boolean passes = !value.isMissingNode() && SchemaCheck.vast(value) == null && schema.passes(value);
        if (passes) {
            CompiledSchema[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = schema;
            kept = more;
        }
        return passes;
    }

    /** What the bytes say; missing if they are no JSON. */
    JsonNode value() {
        try {
            return Json.read(bytes);
        } catch (MalformedJson e) {
            return MissingNode.getInstance();
        }
    }
}
