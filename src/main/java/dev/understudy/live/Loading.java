package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.load.Fixtures;
import dev.understudy.load.FolderUse;
import dev.understudy.load.Origin;
import java.util.List;

/** What comes of reading the contracts and fixtures: all that is needed to answer, or all that was found. */
public sealed interface Loading permits Snapshot, Loading.NotServed {
    /** Everything that is wrong, each with its place in its file; nothing for what can be served. */
    List<Fault> faults();

    /** Where each collection came from; none if a contract was too broken to say which there are. */
    List<Origin> origins();

    /** What each folder is used for; none if a contract was too broken to say which collections there are. */
    List<FolderUse> folders();

    /** The files as they were before they were read. */
    Fingerprint files();

    /** What has faults, or was only to be checked. */
    record NotServed(List<Fault> faults, List<Origin> origins, List<FolderUse> folders, Fingerprint files)
            implements Loading {
        public NotServed {
            faults = List.copyOf(faults);
            origins = List.copyOf(origins);
            folders = List.copyOf(folders);
        }

        static NotServed of(List<Fault> contracts, Fingerprint files) {
            return new NotServed(contracts, List.of(), List.of(), files);
        }

        static NotServed of(Fixtures fixtures, Fingerprint files) {
            return new NotServed(fixtures.faults(), fixtures.origins(), fixtures.folders(), files);
        }
    }
}
