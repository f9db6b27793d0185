package dev.understudy.cli;

import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Count;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Version;
import dev.understudy.generate.Generation;
import dev.understudy.generate.Sizes;
import dev.understudy.live.Brought;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.live.CountedNoun;
import dev.understudy.live.RecordFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy generate}: writes fixtures of any size. */
@Command(
        name = "generate",
        description = {
            "Writes fixtures of any size for all built-in APIs: the same bytes for the same seed and sizes.",
            "With contracts of your own, writes NAME/COLLECTION.json for each of their lists instead."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, "1:The files cannot be written.", ExitCodes.USAGE})
final class GenerateCommand implements Callable<Integer> {
    @Option(
            names = "--employees",
            paramLabel = "COUNT",
            defaultValue = "1000",
            converter = Count.class,
            description = "TechWolf's Employees, with their tasks and their goals; by default ${DEFAULT-VALUE}.")
    private int employees;

    @Option(
            names = "--jobs",
            paramLabel = "COUNT",
            defaultValue = "100",
            converter = Count.class,
            description = "TechWolf's Jobs, by default ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(
            names = "--tasks",
            paramLabel = "COUNT",
            defaultValue = "1000",
            converter = Count.class,
            description = "Quant's tasks, by default ${DEFAULT-VALUE}.")
    private int tasks;

    @Option(
            names = "--work-tasks",
            paramLabel = "COUNT",
            defaultValue = "1000",
            converter = Count.class,
            description = "Exante's work tasks in three organizations, by default ${DEFAULT-VALUE}.")
    private int workTasks;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The seed of the data, by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to: empty, or not there yet. Serve it with --fixtures DIR.")
    private Path out = Path.of("");

    @Option(
            names = "--records",
            paramLabel = "COUNT",
            defaultValue = "25",
            converter = Count.class,
            description = "The records of each list of a contract of your own, by default ${DEFAULT-VALUE}.")
    private int records;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;
    private final ContractOptions contracts;

    GenerateCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        this.contracts = new ContractOptions(new Options(CommandSpec.forAnnotatedObject(this)));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        var bar = ProgressBar.onTerminal(err());
        try {
            if (!Generation.isFree(out)) {
                throw new ParameterException(
                        spec.commandLine(), "--out must be an empty folder, or not there yet, was '" + out + "'");
            }
            long began = System.nanoTime();
            Brought brought = brought();
            Generation.Written written = brought.isEmpty()
                    ? Generation.of(seed, new Sizes(employees, jobs, tasks, workTasks))
                            .write(out, bar::show)
                    : new RecordFiles(brought.contracts(), records, seed).write(out);
            bar.clear();
            printSummary(written, System.nanoTime() - began);
            return 0;
        } catch (CannotLoad e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        } catch (IOException e) {
            err().println("Cannot write to " + out + ": " + e.getMessage());
            return ExitCodes.FAULT;
        } finally {
            bar.clear();
        }
    }

    private Brought brought() {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        int expected = selected.brought().isEmpty() ? catalogue.size() : 0;
        if (selected.builtIn().size() != expected) {
            throw new ParameterException(
                    spec.commandLine(),
                    "CONTRACT must be a contract of your own, or left out for all built-in APIs, was '"
                            + selected.builtIn().get(0).name() + "'");
        }
        return selected.brought();
    }

    private void printSummary(Generation.Written written, long nanos) {
        List<List<String>> rows = written.files().stream()
                .map(file -> List.of(
                        out.resolve(file.name()).toString(),
                        CountedNoun.of(file.records(), "record"),
                        megabytes(file.bytes())))
                .toList();
        PrintWriter printed = spec.commandLine().getOut();
        Table.of(rows).forEach(printed::println);
        printed.println(CountedNoun.of(rows.size(), "file") + " in " + out + ": " + written.records() + " records, "
                + megabytes(written.bytes()) + ", in " + String.format(Locale.ROOT, "%.1f s.", nanos / 1e9));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
