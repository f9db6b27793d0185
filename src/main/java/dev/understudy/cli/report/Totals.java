package dev.understudy.cli.report;

import dev.understudy.api.Fault;
import dev.understudy.live.Counted;
import dev.understudy.live.Loading;
import dev.understudy.load.Origin;

/** How much was checked, and how much of it is wrong. */
record Totals(int faults, int files, int collections, int records) {
    static Totals of(Loading checked) {
        return new Totals(
                Fault.count(checked.faults()),
                (int) checked.faults().stream().map(Fault::file).distinct().count(),
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
