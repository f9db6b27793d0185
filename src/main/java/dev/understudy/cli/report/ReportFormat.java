package dev.understudy.cli.report;

import dev.understudy.live.LoadResult;
import java.io.IOException;
import java.io.Writer;

/** The formats of the report of a check. */
public enum ReportFormat {
    TEXT(TextReport::write),
    JSON(JsonReport::write),
    SARIF(SarifReport::write),
    JUNIT(JunitReport::write);

    private final Form form;

    ReportFormat(Form form) {
        this.form = form;
    }

    /** Writes the report, and leaves the writer open. */
    public void write(LoadResult checked, Writer out) throws IOException {
        form.write(checked, out);
        out.flush();
    }

    private interface Form {
        void write(LoadResult checked, Writer out) throws IOException;
    }
}
