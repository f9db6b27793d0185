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
record ProfileQuery<I extends Enum<I>>(ResponseFormat format, Set<I> include) {
    private static final Map<ProfileQuery<?>, ProfileQuery<?>> KNOWN = new ConcurrentHashMap<>();

    /** The same query is the same object, so that records which are kept by it need not look into it. */
    static <I extends Enum<I>> ProfileQuery<I> of(ResponseFormat format, @Nullable List<I> include) {
        ProfileQuery<I> query =
                new ProfileQuery<>(format, include == null || include.isEmpty() ? Set.of() : EnumSet.copyOf(include));
        @SuppressWarnings("unchecked") // It is equal.
        ProfileQuery<I> known = (ProfileQuery<I>) KNOWN.computeIfAbsent(query, first -> first);
        return known;
    }
}
