package dev.understudy.server;

import java.util.List;

/** What comes of reading the contracts and fixtures: all that is needed to answer, or all that is wrong. */
public sealed interface Loading permits Snapshot, Loading.Faulty {
    /** Everything that is wrong, each with its place in its file. */
    record Faulty(List<String> faults) implements Loading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
