package dev.understudy.exchange;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the one who sends a kept answer keeps what it has made of it, so that it is made once. */
public final class Memo {
    private volatile @Nullable Object made;

    /** What was made before, or else is made now; made twice, the two must be as good as each other. */
    public <T> T get(Class<T> type, Supplier<T> make) {
        Object known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return type.cast(known);
    }
}
