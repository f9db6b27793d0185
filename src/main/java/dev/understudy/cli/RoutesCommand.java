package dev.understudy.cli;

import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Value;
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

/** {@code understudy routes}: the operations of the contracts, a line for each. */
final class RoutesCommand implements Callable<Integer> {
    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(
                    this,
                    "Prints method, path, operation and contract of everything that is mocked, and why an operation answers 501.")
            .exitCodes(ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE);
    private final Supplier<List<Path>> fixtures =
            command.list("--fixtures", Value.FOLDER, "A folder of fixtures, as for serve: its answers are listed.");
    private final ContractOptions contracts = new ContractOptions(command.standard());
    private final Supplier<Boolean> explain = command.flag(
            "--explain",
            "Say of each operation of a contract of your own what it lists or shows, and what its parameters do.");

    RoutesCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        command.spec().usageMessage().sortOptions(true).width(80);
    }

    @Override
    public Integer call() {
        ContractOptions.Selection selected = contracts.selected(catalogue);
        try {
            var all = new ArrayList<Contract>();
            selected.builtIn().forEach(entry -> all.add(entry.read()));
            all.addAll(selected.brought().contracts(fixtures.get()));
            if (explain.get()) {
                all.forEach(this::explain);
                return 0;
            }
            List<List<String>> rows = all.stream().flatMap(RoutesCommand::rows).toList();
            Table.of(rows).forEach(command.out()::println);
            return 0;
        } catch (ContractException | CannotLoad e) {
            command.err().println(e.getMessage());
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
        PrintWriter out = command.out();
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
