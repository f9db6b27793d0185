package dev.understudy.cli;

import dev.understudy.contract.Contract;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.openapi.ContractException;
import dev.understudy.openapi.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy routes}: what the contracts offer, one line an operation. */
@Command(
        name = "routes",
        description =
                "Prints method, path, operation and contract of everything that is mocked, and why an operation answers 501.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE})
final class RoutesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    private final ContractOptions contracts;

    RoutesCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        this.contracts = new ContractOptions(new Options(CommandSpec.forAnnotatedObject(this)));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ContractOptions.Meant meant = contracts.meant(catalogue);
        try {
            var all = new ArrayList<Contract>();
            meant.builtIn().forEach(entry -> all.add(entry.read()));
            all.addAll(meant.brought().contracts());
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
                        operation.unkept().map(RoutesCommand::because).orElse(""))));
    }

    private static String because(Finding finding) {
        return "501: " + finding.text();
    }
}
