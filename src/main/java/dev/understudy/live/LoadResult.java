package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.load.Fixtures;
import dev.understudy.load.FolderUse;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import java.util.List;

/** What comes of reading the contracts and fixtures: all that is needed to answer, or all that was found. */
public sealed interface LoadResult permits Snapshot, LoadResult.NotServed {
    /** Everything that is wrong, each with its place in its file; nothing for what can be served. */
    List<Fault> faults();

    /** What was found in brought contracts that could be read, whether it keeps anything from being served or not. */
    List<Finding> findings();

    /** Where each collection came from; none if a contract was too broken to say which there are. */
    List<Origin> origins();

    /** What each folder is used for; none if a contract was too broken to say which collections there are. */
    List<FolderUse> folders();

    /** The files as they were before they were read. */
    Fingerprint files();

    /** What has faults, or was only to be checked. */
    record NotServed(
            List<Fault> faults,
            List<Finding> findings,
            List<Origin> origins,
            List<FolderUse> folders,
            Fingerprint files)
            implements LoadResult {
        public NotServed {
            faults = List.copyOf(faults);
            findings = List.copyOf(findings);
            origins = List.copyOf(origins);
            folders = List.copyOf(folders);
        }

        /** Without findings. */
        public NotServed(List<Fault> faults, List<Origin> origins, List<FolderUse> folders, Fingerprint files) {
            this(faults, List.of(), origins, folders, files);
        }

        static NotServed of(Contracts contracts, Fingerprint files) {
            return new NotServed(contracts.faults(), contracts.findings(), List.of(), List.of(), files);
        }

        static NotServed of(Contracts contracts, Fixtures fixtures, Fingerprint files) {
            return of(contracts.findings(), fixtures, files);
        }

        static NotServed of(List<Finding> findings, Fixtures fixtures, Fingerprint files) {
            return new NotServed(fixtures.faults(), findings, fixtures.origins(), fixtures.folders(), files);
        }
    }
}
