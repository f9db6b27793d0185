package dev.understudy.cli.report;

import dev.understudy.api.Fault;
import dev.understudy.live.Loading;
import java.io.IOException;
import java.io.Writer;

/** For people: a line a fault, as a compiler would print it, and the totals. */
final class TextReport {
    private TextReport() {}

    static void write(Loading checked, Writer out) throws IOException {
        for (Fault fault : checked.faults()) {
            out.write(fault.text() + System.lineSeparator());
        }
        out.write(Totals.of(checked).text() + System.lineSeparator());
    }
}
