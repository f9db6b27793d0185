package dev.understudy.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.understudy.schema.CompiledSchema;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.ValidatedValue;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value of a record. It remembers schemas that it passed, so that they are not checked again, and its
 * bytes while they are kept. This saves most of the work for a list of a user's contract (src/bench/lists/run,
 * "page-new").
 */
public final class CheckedValue extends POJONode implements ValidatedValue {
    private static final long serialVersionUID = 1;

    private final transient JsonNode value;

    /** The last two schemas that it passed: one for lists and one for items. */
    private transient volatile @Nullable CompiledSchema last;

    private transient volatile @Nullable CompiledSchema other;

    /**
     * Its bytes while they are kept. In a table they would be farther away in memory (with 100,000 records, a page of
     * 10: 2 of 16 µs).
     */
    private transient @Nullable KeptNode node;

    public CheckedValue(JsonNode value) {
        super(value);
        this.value = value;
    }

    @Override
    public boolean keeps(CompiledSchema schema) {
        if (last == schema || other == schema) {
            return true;
        }
        boolean passes = SchemaCheck.vast(value) == null && schema.passes(value);
        if (passes) {
            other = last;
            last = schema;
        }
        return passes;
    }

    @Nullable
    KeptNode node() {
        return node;
    }

    void keep(KeptNode written) {
        node = written;
    }

    /** Drops its bytes, unless others have been kept in the meantime. */
    void drop(KeptNode gone) {
        if (node == gone) {
            node = null;
        }
    }

    @Override
    public JsonNode value() {
        return value;
    }
}
