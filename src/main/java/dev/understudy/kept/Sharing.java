package dev.understudy.kept;

import dev.understudy.api.Binding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds records with equal texts and equal parts as one object: texts, tasks, places and lists of a large fixture
 * repeat, and are most of its memory. Whole records do not come here: no two are equal, as they have ids.
 */
public final class Sharing extends Binding {
    private static final int LONGEST = 256;

    private final Interner<String> texts = new Interner<>();

    /** Nobody can change them. */
    private final Interner<Object> parts = new Interner<>();

    @Override
    @SuppressWarnings("unchecked") // A text is given for a text.
    protected <T extends @Nullable Object> T shared(T part) {
        if (part instanceof String text) {
            return text.length() > LONGEST ? part : (T) texts.of(text);
        }
        // Of what is left, Java has one object for most values itself.
        return part instanceof Record || part instanceof Optional || part instanceof BigDecimal ? parts.of(part) : part;
    }

    @Override
    protected <T extends @Nullable Object> List<T> sharedList(List<T> list) {
        return list.contains(null) ? list : parts.of(List.copyOf(list));
    }
}
