package dev.understudy.mocks.techwolf.taskprofiles;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a profile may be asked for.
 *
 * @param <I> what may be included
 */
record Way<I extends Enum<I>>(ResponseFormat format, Set<I> include) {
    private static final Map<Way<?>, Way<?>> KNOWN = new ConcurrentHashMap<>();

    /** The same way is the same object, so that records which are kept by it need not look into it. */
    static <I extends Enum<I>> Way<I> of(ResponseFormat format, @Nullable List<I> include) {
        Way<I> way = new Way<>(format, include == null || include.isEmpty() ? Set.of() : EnumSet.copyOf(include));
        @SuppressWarnings("unchecked") // It is equal.
        Way<I> known = (Way<I>) KNOWN.computeIfAbsent(way, first -> first);
        return known;
    }
}
