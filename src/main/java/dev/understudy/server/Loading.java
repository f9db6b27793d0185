package dev.understudy.server;

import dev.understudy.fixture.Origin;
import java.util.List;

/** What comes of reading the contracts and fixtures: all that is needed to answer, or all that is wrong. */
public sealed interface Loading permits Snapshot, Loading.Faulty {
    /** Everything that is wrong, each with its place in its file; nothing for what can be served. */
    List<Complaint> faults();

    /** Where each collection came from; none if a contract was too broken to say which there are. */
    List<Origin> origins();

    /** The files as they were before they were read. */
    Fingerprint files();

    /** What cannot be served. */
    record Faulty(List<Complaint> faults, List<Origin> origins, Fingerprint files) implements Loading {
        public Faulty {
            faults = List.copyOf(faults);
            origins = List.copyOf(origins);
        }
    }
}
