package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Value;
import dev.understudy.cli.report.ReportFormat;
import dev.understudy.live.Catalogue;
import dev.understudy.live.LoadResult;
import dev.understudy.live.Revision;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code understudy check}: reports what {@code serve} would find in contracts and fixtures, without serving. */
final class CheckCommand implements Callable<Integer> {
    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(
                    this, "Checks contracts and fixtures as serve does, and lists everything that is wrong with them.")
            .exitCodes(
                    "0:No faults.",
                    "1:A contract or a fixture has faults (with --strict, or gaps), or a folder has no fixtures.",
                    ExitCodes.USAGE);
    private final Supplier<List<Path>> fixtures =
            command.list("--fixtures", Value.FOLDER, "A folder of fixtures, as for serve; may be repeated.");
    private final Supplier<Clock> clock = command.optional(
            "--clock", Value.CLOCK, Clock.systemUTC(), "What @now and @today mean in fixtures, as for serve.");
    private final Supplier<ReportFormat> format = command.option(
            "--format",
            Value.any("FORMAT", ReportFormat.class),
            "text",
            "text, json, sarif (2.1.0) or junit (XML), by default ${DEFAULT-VALUE}.");
    private final Supplier<@Nullable Path> output = command.optional(
            "--output",
            Value.any("FILE", Path.class),
            "The file to write the report to; the report as text is printed too. Without it the report is printed.");
    private final Supplier<Boolean> revision = command.flag(
            "--revision",
            "Print nothing but the revision of what was checked, if it has no faults: a server of the same contracts and"
                    + " fixtures has it at /-/ready.");
    private final ContractOptions contracts = new ContractOptions(command.standard());

    CheckCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws IOException {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        Settings settings = Settings.DEFAULT
                .withFixtures(fixtures.get())
                .withClock(clock.get())
                .withBrought(selected.brought());
        LoadResult checked = Snapshot.check(selected.builtIn(), settings);
        Writer out = command.out();
        Path file = output.get();
        if (revision.get() && checked.faults().isEmpty()) {
            out.write(Revision.of(selected.builtIn(), settings, checked.files()) + System.lineSeparator());
            out.flush();
        } else if (file == null) {
            format.get().write(checked, out);
        } else {
            save(checked, file);
            ReportFormat.TEXT.write(checked, out);
        }
        boolean strict = selected.brought().strict();
        boolean sound = checked.faults().isEmpty()
                && checked.findings().stream()
                        .map(Finding::level)
                        .noneMatch(level -> level == Level.FAULT || (strict && level.stops()));
        return sound ? 0 : ExitCodes.FAULT;
    }

    private void save(LoadResult checked, Path file) {
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            format.get().write(checked, out);
        } catch (IOException e) {
            throw command.wrong("--output must be a file that can be written, was '" + file + "'");
        }
    }
}
