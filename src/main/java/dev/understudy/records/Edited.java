package dev.understudy.records;

import dev.understudy.api.Fault;
import dev.understudy.fixture.State;
import java.util.List;

/** What comes of an edit. */
public sealed interface Edited {
    /**
     * It is done.
     *
     * @param rows the records that were given, as they are now
     * @param added whether one of them was not there before
     */
    record Done(State next, List<Row> rows, boolean added) implements Edited {
        public Done {
            rows = List.copyOf(rows);
        }
    }

    /** There is no such record. */
    record Absent(String id, List<String> known) implements Edited {
        public Absent {
            known = List.copyOf(known);
        }
    }

    /** What would be there would not keep what fixtures must keep. */
    record Faulty(List<Fault> faults) implements Edited {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** The session has changed as much as it may. */
    record Full(String bounds) implements Edited {}
}
