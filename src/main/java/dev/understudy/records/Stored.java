package dev.understudy.records;

import dev.understudy.api.Violation;
import dev.understudy.fixture.State;
import java.util.List;

/** What comes of putting a record into a collection. */
sealed interface Stored {
    /** It is there, under this id. */
    record In(State next, String id) implements Stored {}

    /** It cannot be held. */
    record Flawed(List<Violation> violations) implements Stored {
        public Flawed {
            violations = List.copyOf(violations);
        }
    }

    /** The session has no room for more changes. */
    record Full(String bounds) implements Stored {}
}
