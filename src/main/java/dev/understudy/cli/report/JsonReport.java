package dev.understudy.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.understudy.api.Fault;
import dev.understudy.live.LoadResult;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For scripts. docs/fixtures.md describes the keys; keys may be added, but none changes its meaning while the version
 * is 1.
 */
record JsonReport(
        int version,
        Totals totals,
        List<FaultEntry> faults,
        @JsonInclude(Include.NON_EMPTY) List<FindingEntry> findings,
        List<Collection> collections,
        @JsonInclude(Include.NON_EMPTY) List<String> passedOver) {
    /** A fault; keys without a value are left out. */
    record FaultEntry(
            String file,
            @JsonInclude(Include.NON_DEFAULT) int line,
            @JsonInclude(Include.NON_DEFAULT) int column,
            String pointer,
            String rule,
            @JsonInclude(Include.NON_EMPTY) String contract,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable String hint) {
        static FaultEntry of(Fault fault) {
            return new FaultEntry(
                    fault.file(),
                    fault.line(),
                    fault.column(),
                    fault.pointer(),
                    fault.rule(),
                    fault.contract(),
                    fault.message(),
                    fault.hint());
        }
    }

    /** A finding in a contract of the user's. */
    record FindingEntry(
            String level,
            String file,
            int line,
            int column,
            String pointer,
            String rule,
            String message,
            @JsonInclude(Include.NON_EMPTY) String hint) {
        static FindingEntry of(Finding finding) {
            return new FindingEntry(
                    finding.level().name().toLowerCase(Locale.ROOT),
                    finding.source(),
                    finding.position().line(),
                    finding.position().column(),
                    finding.pointer(),
                    finding.kind(),
                    finding.message(),
                    finding.repair());
        }
    }

    /** A collection, its source and the number of its records. */
    record Collection(String name, String from, int records) {
        static Collection of(Origin origin) {
            return new Collection(origin.collection(), origin.layer(), origin.records());
        }
    }

    static void write(LoadResult checked, Writer out) throws IOException {
        var report = new JsonReport(
                1,
                Totals.of(checked),
                checked.faults().stream().map(FaultEntry::of).toList(),
                checked.findings().stream().map(FindingEntry::of).toList(),
                checked.origins().stream().map(Collection::of).toList(),
                checked.folders().stream()
                        .flatMap(folder ->
                                IgnoredFiles.visible(folder).stream().map(name -> folder.folder() + "/" + name))
                        .toList());
        PrettyJson.write(report, out);
    }
}
