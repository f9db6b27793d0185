package dev.understudy.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that stands in many places of a file, and that nobody changes: what was found out about it in one place
 * holds in the others. Several threads may ask and tell it at once; at worst one finds out again what another knows.
 */
public final class RepeatedObject extends ObjectNode {
    private static final long serialVersionUID = 1;

    private transient @Nullable Object rules;
    private transient @Nullable Bound<?> bound;

    private record Bound<T extends @Nullable Object>(Binder<T> binder, T value) {}

    /** An object without keys yet. */
    public RepeatedObject() {
        super(JsonNodeFactory.instance);
    }

    /** Whether it was found to keep these rules, and no others since. */
    public boolean isKnownToKeep(Object these) {
        return rules == these;
    }

    /** Takes note that it keeps these rules. */
    public void keeps(Object these) {
        rules = these;
    }

    /** What it was bound to last, if by this binder. */
    <T extends @Nullable Object> T bound(Binder<T> binder, Binding binding) {
        Bound<?> last = bound;
        if (last != null && last.binder == binder) {
            @SuppressWarnings("unchecked") // The same binder gives the same type.
            Bound<T> same = (Bound<T>) last;
            return same.value;
        }
        T value = binding.shared(binder.bind(this, binding));
        bound = new Bound<>(binder, value);
        return value;
    }
}
