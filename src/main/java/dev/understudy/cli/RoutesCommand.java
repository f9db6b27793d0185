package dev.understudy.cli;

import dev.understudy.contract.Contract;
import dev.understudy.live.Catalogue;
import dev.understudy.openapi.ContractException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy routes}: what the contracts offer, one line an operation. */
@Command(
        name = "routes",
        description = "Prints method, path, operation and contract of everything that is mocked.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE})
final class RoutesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    RoutesCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        try {
            List<List<String>> rows = catalogue.stream()
                    .map(Catalogue.Entry::read)
                    .flatMap(RoutesCommand::rows)
                    .toList();
            Table.of(rows).forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (ContractException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private static Stream<List<String>> rows(Contract contract) {
        return contract.operations().stream()
                .map(operation ->
                        List.of(operation.method(), operation.path(), operation.operationId(), contract.source()));
    }
}
