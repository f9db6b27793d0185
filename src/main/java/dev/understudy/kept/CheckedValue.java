package dev.understudy.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.understudy.schema.CompiledSchema;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.ValidatedValue;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is shown, which nobody changes: a schema that it passed once is not asked again, and where it stands
 * in replies its bytes are kept. It saves a list of a contract of one's own most of its work (src/bench/lists/run,
 * "page-new").
 */
public final class CheckedValue extends POJONode implements ValidatedValue {
    private static final long serialVersionUID = 1;

    private final transient JsonNode value;

    /** The last two that it passed: those of a list and of an item. */
    private transient volatile @Nullable CompiledSchema last;

    private transient volatile @Nullable CompiledSchema other;

    /**
     * Its bytes while they are kept: in a table they would lie farther away (100,000 records, a page of 10: 2 of 16
     * µs).
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

    /** Its bytes are not kept any more, unless others were kept meanwhile. */
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
