package dev.understudy.cli;

import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Value;
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
import java.util.function.Supplier;

/** {@code understudy generate}: writes fixtures of any size. */
final class GenerateCommand implements Callable<Integer> {
    private static final Value<Integer> COUNT = Value.count("COUNT");

    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(
                    this,
                    "Writes fixtures of any size for all built-in APIs: the same bytes for the same seed and sizes.",
                    "With contracts of your own, writes NAME/COLLECTION.json for each of their lists instead.")
            .exitCodes(ExitCodes.OK, "1:The files cannot be written.", ExitCodes.USAGE);
    private final Supplier<Integer> employees = command.option(
            "--employees",
            COUNT,
            "1000",
            "TechWolf's Employees, with their tasks and their goals; by default ${DEFAULT-VALUE}.");
    private final Supplier<Integer> jobs =
            command.option("--jobs", COUNT, "100", "TechWolf's Jobs, by default ${DEFAULT-VALUE}.");
    private final Supplier<Integer> tasks =
            command.option("--tasks", COUNT, "1000", "Quant's tasks, by default ${DEFAULT-VALUE}.");
    private final Supplier<Integer> workTasks = command.option(
            "--work-tasks", COUNT, "1000", "Exante's work tasks in three organizations, by default ${DEFAULT-VALUE}.");
    private final Supplier<Long> seed = command.option(
            "--seed", Value.any("NUMBER", Long.class), "1", "The seed of the data, by default ${DEFAULT-VALUE}.");
    private final Supplier<Path> out = command.required(
            "--out",
            Value.any("DIR", Path.class),
            "The folder to write to: empty, or not there yet. Serve it with --fixtures DIR.");
    private final Supplier<Integer> records = command.option(
            "--records",
            COUNT,
            "25",
            "The records of each list of a contract of your own, by default ${DEFAULT-VALUE}.");
    private final ContractOptions contracts = new ContractOptions(command.standard());

    GenerateCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        Path folder = out.get();
        var bar = ProgressBar.onTerminal(command.err());
        try {
            if (!Generation.isFree(folder)) {
                throw command.wrong("--out must be an empty folder, or not there yet, was '" + folder + "'");
            }
            long began = System.nanoTime();
            Brought brought = brought();
            Generation.Written written = brought.isEmpty()
                    ? Generation.of(seed.get(), sizes()).write(folder, bar::show)
                    : new RecordFiles(brought.contracts(), records.get(), seed.get()).write(folder);
            bar.clear();
            printSummary(written, System.nanoTime() - began);
            return 0;
        } catch (CannotLoad e) {
            command.err().println(e.getMessage());
            return ExitCodes.FAULT;
        } catch (IOException e) {
            command.err().println("Cannot write to " + folder + ": " + e.getMessage());
            return ExitCodes.FAULT;
        } finally {
            bar.clear();
        }
    }

    private Sizes sizes() {
        return new Sizes(employees.get(), jobs.get(), tasks.get(), workTasks.get());
    }

    private Brought brought() {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        int expected = selected.brought().isEmpty() ? catalogue.size() : 0;
        if (selected.builtIn().size() != expected) {
            throw command.wrong("CONTRACT must be a contract of your own, or left out for all built-in APIs, was '"
                    + selected.builtIn().get(0).name() + "'");
        }
        return selected.brought();
    }

    private void printSummary(Generation.Written written, long nanos) {
        List<List<String>> rows = written.files().stream()
                .map(file -> List.of(
                        out.get().resolve(file.name()).toString(),
                        CountedNoun.of(file.records(), "record"),
                        megabytes(file.bytes())))
                .toList();
        PrintWriter printed = command.out();
        Table.of(rows).forEach(printed::println);
        printed.println(
                CountedNoun.of(rows.size(), "file") + " in " + out.get() + ": " + written.records() + " records, "
                        + megabytes(written.bytes()) + ", in " + String.format(Locale.ROOT, "%.1f s.", nanos / 1e9));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
