package dev.understudy.live;

import dev.understudy.fixture.State;
import dev.understudy.load.Fixtures;
import dev.understudy.load.OtherFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads the fixtures of a snapshot as of another instant, for sessions whose clock is set to another day.
 *
 * @param beside other files in the folders
 * @param same tests whether the files are still those of the snapshot
 */
record InitialStateReader(
        Contracts contracts, RecordFolders records, List<Path> folders, OtherFiles beside, BooleanSupplier same) {
    /** The state as of this instant; empty if the files have changed, or the fixtures would have faults then. */
    Optional<State> read(Instant moment) {
        Fixtures fixtures =
                ContractFixtures.of(contracts.all(), records, folders, Clock.fixed(moment, ZoneOffset.UTC), beside);
        State state = contracts.state(fixtures, records);
        return fixtures.faults().isEmpty() && same.getAsBoolean() ? Optional.of(state) : Optional.empty();
    }
}
