package dev.understudy.cli.report;

import dev.understudy.api.Fault;
import dev.understudy.live.LoadResult;
import dev.understudy.load.FolderUse;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** For people: a line for each fault, in the form of a compiler, then the totals and how each folder was used. */
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
            Optional<String> passedOver = IgnoredFiles.textOfVisible(folder);
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
