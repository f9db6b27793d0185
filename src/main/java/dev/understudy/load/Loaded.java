package dev.understudy.load;

import dev.understudy.fixture.FixtureSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * A collection that was read.
 *
 * @param set its records; none if they were only checked
 * @param whole whether all ids are known, so that a reference to another one can be called dangling
 * @param removals where a merge file takes a record away, by its id
 */
record Loaded<T>(
        Collection collection,
        FixtureSet<T> set,
        Keys keys,
        boolean whole,
        Report report,
        Function<String, Optional<Explanation.Place>> removals,
        Origin origin) {}
