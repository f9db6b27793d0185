package dev.understudy.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.schema.CompiledSchema;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.ValidatedValue;
import org.jspecify.annotations.Nullable;

/**
 * A record inside a reply: its bytes as they are sent, and schemas that these bytes keep. It is a single object, since
 * each further one is elsewhere in memory, and pages have a hundred records.
 */
final class KeptNode extends POJONode implements ValidatedValue {
    private static final long serialVersionUID = 1;

    private final transient Object record;
    private final transient byte[] bytes;

    /**
     * The last two schemas that it passed; a record mostly appears in the pages of one operation, or as an answer
     * itself.
     */
    private transient volatile @Nullable CompiledSchema kept;

    private transient volatile @Nullable CompiledSchema other;

    KeptNode(Object record, byte[] bytes) {
        super(bytes);
        this.record = record;
        this.bytes = bytes;
    }

    Object record() {
        return record;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Whether the bytes keep the schema; they are parsed and checked only if this schema is not one of the last two.
     */
    @Override
    public boolean keeps(CompiledSchema schema) {
        if (kept == schema || other == schema) {
            return true;
        }
        JsonNode value = value();
        boolean passes = !value.isMissingNode() && SchemaCheck.vast(value) == null && schema.passes(value);
        if (passes) {
            other = kept;
            kept = schema;
        }
        return passes;
    }

    /** The parsed bytes; a missing node if they are not JSON. */
    @Override
    public JsonNode value() {
        try {
            return Json.readBack(bytes);
        } catch (MalformedJson e) {
            return MissingNode.getInstance();
        }
    }
}
