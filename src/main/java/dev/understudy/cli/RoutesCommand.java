package dev.understudy.cli;

import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Folder;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Version;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.Route;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.mocks.anyspec.roles.Explanation;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy routes}: the operations of the contracts, a line for each. */
@Command(
        name = "routes",
        description =
                "Prints method, path, operation and contract of everything that is mocked, and why an operation answers 501.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE})
final class RoutesCommand implements Callable<Integer> {
    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            split = "${sys:path.separator}",
            splitSynopsisLabel = "${sys:path.separator}",
            converter = Folder.class,
            description = "A folder of fixtures, as for serve: its answers are listed. [UNDERSTUDY_FIXTURES]")
    private List<Path> fixtures = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    private final ContractOptions contracts;
    private final Supplier<Boolean> explain;

    RoutesCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        var options = new Options(CommandSpec.forAnnotatedObject(this));
        this.contracts = new ContractOptions(options);
        this.explain = options.flag(
                "--explain",
                "Say of each operation of a contract of your own what it lists or shows, and what its parameters do.");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        try {
            var all = new ArrayList<Contract>();
            selected.builtIn().forEach(entry -> all.add(entry.read()));
            all.addAll(selected.brought().contracts(fixtures));
            if (explain.get()) {
                all.forEach(this::explain);
                return 0;
            }
            List<List<String>> rows = all.stream().flatMap(RoutesCommand::rows).toList();
            Table.of(rows).forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (ContractException | CannotLoad e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private static Stream<List<String>> rows(Contract contract) {
        return contract.routes().stream().flatMap(route -> route.operations().values().stream()
                .map(operation -> List.of(
                        operation.method(),
                        route.toString(),
                        operation.operationId(),
                        contract.source(),
                        operation.unkept().map(RoutesCommand::because).orElseGet(() -> files(operation)))));
    }

    private static String files(Operation operation) {
        return String.join(", ", operation.files());
    }

    private void explain(Contract contract) {
        Recognition recognition = contract.isBrought() ? Recognition.of(contract) : Recognition.NONE;
        PrintWriter out = spec.commandLine().getOut();
        for (Route route : contract.routes()) {
            for (Operation operation : route.operations().values()) {
                out.println(operation.method() + " " + route + "  " + operation.operationId());
                recognition
                        .operation(operation.operationId())
                        .map(Explanation::lines)
                        .orElse(List.of("built in"))
                        .forEach(line -> out.println("  " + line));
                contract.callbacks(operation).forEach(callback -> out.println("  " + sent(callback)));
            }
        }
    }

    private static String sent(OutgoingRequest callback) {
        return "sends " + callback.method() + " " + callback.address() + " on success (callback " + callback.name()
                + ")"
                + callback.flaw().map(flaw -> ", which cannot be kept: " + flaw).orElse("");
    }

    private static String because(Finding finding) {
        return "501: " + finding.text();
    }
}
