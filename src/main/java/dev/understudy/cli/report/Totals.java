package dev.understudy.cli.report;

import dev.understudy.fixture.Origin;
import dev.understudy.server.Complaint;
import dev.understudy.server.Counted;
import dev.understudy.server.Loading;

/** How much was checked, and how much of it is wrong. */
record Totals(int faults, int files, int collections, int records) {
    static Totals of(Loading checked) {
        return new Totals(
                Complaint.count(checked.faults()),
                (int) checked.faults().stream().map(Complaint::file).distinct().count(),
                checked.origins().size(),
                checked.origins().stream().mapToInt(Origin::records).sum());
    }

    String text() {
        String wrong = faults == 0 ? "No faults" : Counted.of(faults, "fault") + " in " + Counted.of(files, "file");
        return collections == 0
                ? wrong + "; fixtures are checked once the contracts are mended"
                : wrong + "; " + Counted.of(collections, "collection") + ", " + Counted.of(records, "record")
                        + " checked";
    }
}
