package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.FixedClock;
import dev.understudy.cli.options.Folder;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Version;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy check}: reports what {@code serve} would find in contracts and fixtures, without serving. */
@Command(
        name = "check",
        description = "Checks contracts and fixtures as serve does, and lists everything that is wrong with them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No faults.",
            "1:A contract or a fixture has faults (with --strict, or gaps), or a folder has no fixtures.",
            ExitCodes.USAGE
        })
final class CheckCommand implements Callable<Integer> {
    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            split = "${sys:path.separator}",
            splitSynopsisLabel = "${sys:path.separator}",
            converter = Folder.class,
            description = "A folder of fixtures, as for serve; may be repeated. [UNDERSTUDY_FIXTURES]")
    private List<Path> fixtures = List.of();

    @Option(
            names = "--clock",
            paramLabel = "MOMENT",
            converter = FixedClock.class,
            description = "What @now and @today mean in fixtures, as for serve. [UNDERSTUDY_CLOCK]")
    private Clock clock = Clock.systemUTC();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif (2.1.0) or junit (XML), by default ${DEFAULT-VALUE}. [UNDERSTUDY_FORMAT]")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The file to write the report to; the report as text is printed too. Without it the"
                    + " report is printed. [UNDERSTUDY_OUTPUT]")
    private @Nullable Path output;

    @Option(
            names = "--revision",
            description = "Print nothing but the revision of what was checked, if it has no faults: a server of the"
                    + " same contracts and fixtures has it at /-/ready. [UNDERSTUDY_REVISION]")
    private boolean revision;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;
    private final ContractOptions contracts;

    CheckCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        this.contracts = new ContractOptions(new Options(CommandSpec.forAnnotatedObject(this)));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        Settings settings =
                Settings.DEFAULT.withFixtures(fixtures).withClock(clock).withBrought(selected.brought());
        LoadResult checked = Snapshot.check(selected.builtIn(), settings);
        Writer out = spec.commandLine().getOut();
        if (revision && checked.faults().isEmpty()) {
            out.write(Revision.of(selected.builtIn(), settings, checked.files()) + System.lineSeparator());
            out.flush();
        } else if (output == null) {
            format.write(checked, out);
        } else {
            save(checked, output);
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
            format.write(checked, out);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--output must be a file that can be written, was '" + file + "'", e);
        }
    }
}
