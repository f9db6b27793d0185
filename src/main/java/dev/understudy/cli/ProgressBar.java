package dev.understudy.cli;

import dev.understudy.generate.Generation;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** A progress bar on one line of a terminal; nothing if the output is not a terminal. */
final class ProgressBar {
    private static final int WIDTH = 24;

    private final PrintWriter out;
    private final boolean shown;
    private int longest;

    ProgressBar(PrintWriter out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    static ProgressBar onTerminal(PrintWriter out) {
        return new ProgressBar(out, Ansi.AUTO.enabled());
    }

    void show(Generation.Progress progress) {
        long percent = 100L * progress.done() / progress.count();
        int full = (int) (WIDTH * percent / 100);
        print("[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] %3d %% %s".formatted(percent, progress.file()));
    }

    /** Clears the line. */
    void clear() {
        print("");
        if (shown) {
            out.print('\r');
            out.flush();
        }
    }

    private void print(String line) {
        if (shown) {
            out.print('\r' + line + " ".repeat(Math.max(0, longest - line.length())));
            out.flush();
            longest = line.length();
        }
    }
}
