package dev.understudy.kept;

import dev.understudy.api.Binding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds records so that equal texts and parts share one object: in a large fixture, texts, tasks, places and lists
 * repeat, and take most of its memory. Whole records never come here, as their ids make them different.
 */
public final class Sharing extends Binding {
    private static final int LONGEST = 256;

    /** So few records take so little memory that a search for equal parts would cost more than it saves. */
    private static final int UNSHARED = 1000;

    private final Interner<String> texts = new Interner<>();

    /** Parts of records, which are immutable. */
    private final Interner<Object> parts = new Interner<>();

    /** What binds the record of this number in its collection. */
    public Binding of(int record) {
        return record < UNSHARED ? Binding.PLAIN : this;
    }

    @Override
    @SuppressWarnings("unchecked") // The shared object has the same type as the part.
    protected <T extends @Nullable Object> T shared(T part) {
        if (part instanceof String text) {
            return text.length() > LONGEST ? part : (T) texts.of(text);
        }
        // For most other values, Java itself shares objects.
        return part instanceof Record || part instanceof Optional || part instanceof BigDecimal ? parts.of(part) : part;
    }

    @Override
    protected <T extends @Nullable Object> List<T> sharedList(List<T> list) {
        return list.contains(null) ? list : parts.of(List.copyOf(list));
    }
}
