package dev.understudy.cli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.understudy.api.Fault;
import dev.understudy.live.CountedNoun;
import dev.understudy.live.LoadResult;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.util.stream.Stream;

/** How many faults were found, in how many files, collections and records. */
record Totals(
        int faults,
        @JsonInclude(Include.NON_DEFAULT) int gaps,
        @JsonInclude(Include.NON_DEFAULT) int hints,
        int files,
        int collections,
        int records,
        @JsonIgnore boolean complete) {
    static Totals of(LoadResult checked) {
        Stream<String> files = Stream.concat(
                checked.faults().stream().map(Fault::file),
                checked.findings().stream()
                        .filter(finding -> finding.level() == Level.FAULT)
                        .map(Finding::source));
        return new Totals(
                Fault.count(checked.faults()) + count(checked, Level.FAULT),
                count(checked, Level.GAP),
                count(checked, Level.HINT),
                (int) files.distinct().count(),
                checked.origins().size(),
                checked.origins().stream().mapToInt(Origin::records).sum(),
                checked.faults().isEmpty() || !checked.folders().isEmpty());
    }

    private static int count(LoadResult checked, Level level) {
        return (int) checked.findings().stream()
                .filter(finding -> finding.level() == level)
                .count();
    }

    String text() {
        String wrong =
                faults == 0 ? "No faults" : CountedNoun.of(faults, "fault") + " in " + CountedNoun.of(files, "file");
        String besides = (gaps == 0 ? "" : ", " + CountedNoun.of(gaps, "gap"))
                + (hints == 0 ? "" : ", " + CountedNoun.of(hints, "hint"));
        if (collections == 0) {
            return wrong + besides + (complete ? "" : "; fixtures are checked once the contracts have no faults");
        }
        return wrong + besides + "; " + CountedNoun.of(collections, "collection") + ", "
                + CountedNoun.of(records, "record") + " checked";
    }
}
