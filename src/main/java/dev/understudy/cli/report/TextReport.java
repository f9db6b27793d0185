package dev.understudy.cli.report;

import dev.understudy.api.Fault;
import dev.understudy.live.LoadResult;
import dev.understudy.load.FolderUse;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** For people: a line a fault, as a compiler would print it, the totals, and what each folder was used for. */
final class TextReport {
    private TextReport() {}

    static void write(LoadResult checked, Writer out) throws IOException {
        for (Fault fault : checked.faults()) {
            out.write(fault.text() + System.lineSeparator());
        }
        for (Finding finding : checked.findings()) {
            out.write(finding.text() + System.lineSeparator());
        }
        out.write(Totals.of(checked).text() + System.lineSeparator());
        for (FolderUse folder : checked.folders()) {
            out.write("  " + text(folder) + System.lineSeparator());
            Optional<String> passedOver = PassedOver.textOfSeen(folder);
            if (passedOver.isPresent()) {
                out.write("  " + passedOver.get() + System.lineSeparator());
            }
        }
    }

    private static String text(FolderUse folder) {
        String unused =
                folder.empty() ? "no file of a collection" : "nothing, as later folders replace all that it has";
        return folder.folder() + ": "
                + (folder.collections().isEmpty() ? unused : String.join(", ", folder.collections()));
    }
}
