package dev.understudy.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A collection that was read.
 *
 * @param records they; none if they were only checked
 * @param whole whether all ids are known, so that a reference to another one can be called dangling
 * @param removals where a merge file takes a record away, by its id
 * @param dated whether some of it depends on when it was read
 */
record Loaded<T>(
        Collection collection,
        List<T> records,
        Keys keys,
        boolean whole,
        Report report,
        Function<String, Optional<Explanation.Place>> removals,
        Origin origin,
        boolean dated) {}
