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
 * For scripts. docs/fixtures.md tells the keys; a key may join them, and none changes its meaning as long as the
 * version is 1.
 */
record JsonReport(
        int version,
        Totals totals,
        List<Told> faults,
        @JsonInclude(Include.NON_EMPTY) List<Found> findings,
        List<Collection> collections,
        @JsonInclude(Include.NON_EMPTY) List<String> passedOver) {
    /** A fault; what a key would say nothing about is left out. */
    record Told(
            String file,
            @JsonInclude(Include.NON_DEFAULT) int line,
            @JsonInclude(Include.NON_DEFAULT) int column,
            String pointer,
            String rule,
            @JsonInclude(Include.NON_EMPTY) String contract,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable String hint) {
        static Told of(Fault fault) {
            return new Told(
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

    /** A finding in a contract that was brought. */
    record Found(
            String level,
            String file,
            int line,
            int column,
            String pointer,
            String rule,
            String message,
            @JsonInclude(Include.NON_EMPTY) String hint) {
        static Found of(Finding finding) {
            return new Found(
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

    /** A collection, where it came from and how many records it has. */
    record Collection(String name, String from, int records) {
        static Collection of(Origin origin) {
            return new Collection(origin.collection(), origin.layer(), origin.records());
        }
    }

    static void write(LoadResult checked, Writer out) throws IOException {
        var report = new JsonReport(
                1,
                Totals.of(checked),
                checked.faults().stream().map(Told::of).toList(),
                checked.findings().stream().map(Found::of).toList(),
                checked.origins().stream().map(Collection::of).toList(),
                checked.folders().stream()
                        .flatMap(folder -> PassedOver.seen(folder).stream().map(name -> folder.folder() + "/" + name))
                        .toList());
        JsonText.write(report, out);
    }
}
