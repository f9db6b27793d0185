package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.load.Fixtures;
import dev.understudy.load.FolderUse;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import java.util.List;

/** The result of reading contracts and fixtures: a snapshot that can be served, or only the faults and findings. */
public sealed interface LoadResult permits Snapshot, LoadResult.NotServed {
    /** All faults, each with its place in its file; empty if it can be served. */
    List<Fault> faults();

    /** The findings in the user's contracts that could be read, whether or not they prevent serving. */
    List<Finding> findings();

    /** The source of each collection; empty if a contract was too broken to list its collections. */
    List<Origin> origins();

    /** The use of each folder; empty if a contract was too broken to list its collections. */
    List<FolderUse> folders();

    /** The state of the files before they were read. */
    Fingerprint files();

    /** A result that has faults, or was only checked. */
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

        /** A result without findings. */
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
