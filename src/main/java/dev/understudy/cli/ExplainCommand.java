package dev.understudy.cli;

import dev.understudy.api.Fault;
import dev.understudy.api.Spelling;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.FixedClock;
import dev.understudy.cli.options.Folder;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Version;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.live.ContractFixtures;
import dev.understudy.load.Explanation;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.openapi.source.ContractException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code understudy explain}: a record as all layers together have it, and where each key was set; or what an operation
 * of a contract takes and answers.
 */
@Command(
        name = "explain",
        description = {
            "Prints a record as all layers together have it, and for each key the file and line that set it.",
            "For a contract of your own, prints what an operation takes and answers, where its answers come"
                    + " from, and what was found in it; or a record of one of its collections that has a file."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, "1:There is no such record, or its files have faults.", ExitCodes.USAGE})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "COLLECTION|CONTRACT",
            description =
                    "A collection such as techwolf/task-profiles/jobs, the end of it such as jobs, or an API that has one list;"
                            + " or an OpenAPI file, a folder of such files, or - for standard input.")
    private String collection = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID|OPERATION",
            description =
                    "The id of the record; leave it out where a collection is one object. Of a contract, the name of"
                            + " the operation, or its method and path such as 'GET /pets'.")
    private String id = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ID",
            description =
                    "Of a contract, the id of a record, if what is named before it is one of its collections, as routes --explain"
                            + " calls it.")
    private String record = "";

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            split = "${sys:path.separator}",
            splitSynopsisLabel = "${sys:path.separator}",
            converter = Folder.class,
            description = "As for serve. [UNDERSTUDY_FIXTURES]")
    private List<Path> fixtures = List.of();

    @Option(
            names = "--clock",
            paramLabel = "MOMENT",
            converter = FixedClock.class,
            description = "As for serve. [UNDERSTUDY_CLOCK]")
    private Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;
    private final ContractOptions contracts;

    ExplainCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        this.contracts =
                new ContractOptions(new Options(CommandSpec.forAnnotatedObject(this)), () -> List.of(collection));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (ContractOptions.isPlace(collection)) {
            return operation();
        }
        try {
            List<Contract> contracts =
                    catalogue.stream().map(Catalogue.Entry::read).toList();
            return print(ContractFixtures.of(contracts, fixtures, clock).explain(collection, id), id);
        } catch (ContractException e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private int operation() {
        try {
            if (!record.isEmpty()) {
                return record(contracts.selected(catalogue).brought().contracts());
            }
            var operations = new LinkedHashMap<Operation, Contract>();
            for (Contract contract : contracts.selected(catalogue).brought().contracts()) {
                contract.operations().forEach(operation -> operations.put(operation, contract));
            }
            Operation meant = operations.keySet().stream()
                    .filter(operation -> operation.operationId().equals(id)
                            || operation.toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> unknownOperation(operations.keySet()));
            new OperationText(Objects.requireNonNull(operations.get(meant)), meant)
                    .lines()
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (CannotLoad e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    /** Prints a record of a contract: the second argument is its collection, the third its id. */
    private int record(List<Contract> brought) {
        var names = new LinkedHashMap<String, Contract>();
        for (Contract contract : brought) {
            List<Collection> collections = Recognition.of(contract).collections();
            collections.forEach(each -> names.putIfAbsent(each.name(), contract));
            collections.forEach(each -> names.put(contract.name() + "/" + each.name(), contract));
        }
        Contract contract = names.get(id);
        if (contract == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + id + "\" names no collection of " + collection + "."
                            + Spelling.nearest(id, names.keySet())
                                    .map(ExplainCommand::didYouMean)
                                    .orElse(" See understudy routes --explain " + collection + "."));
        }
        String path = id.startsWith(contract.name() + "/") ? id : contract.name() + "/" + id;
        Explanation explanation =
                ContractFixtures.of(List.of(contract), fixtures, clock).explain(path, record);
        if (explanation instanceof Explanation.Unnamed) {
            err().println("No folder of fixtures has a file " + path
                    + ".json: the records are those of the document's examples, or made.");
            return ExitCodes.FAULT;
        }
        return print(explanation, record);
    }

    private ParameterException unknownOperation(Set<Operation> operations) {
        List<String> names = operations.stream().map(Operation::operationId).toList();
        String near = Spelling.nearest(id, names)
                .map(ExplainCommand::didYouMean)
                .orElse(" See understudy routes " + collection + ".");
        return new ParameterException(
                spec.commandLine(), "OPERATION must be an operation of " + collection + ", was '" + id + "'." + near);
    }

    private int print(Explanation explanation, String id) {
        if (explanation instanceof Explanation.Found found) {
            new RecordText(found).lines().forEach(spec.commandLine().getOut()::println);
            return faults(found.faults()) ? ExitCodes.FAULT : 0;
        } else if (explanation instanceof Explanation.Unknown unknown) {
            return unknown(unknown, id);
        }
        throw unnamed((Explanation.Unnamed) explanation);
    }

    private int unknown(Explanation.Unknown unknown, String id) {
        if (id.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Missing the ID of the record in " + unknown.collection() + ".");
        }
        faults(unknown.faults());
        String removed = unknown.removed()
                .map(place -> "; " + place.text() + " removes it")
                .orElse("");
        err().println("No record of " + unknown.collection() + " has the id \"" + id + "\"" + removed + "."
                + unknown.meant().map(ExplainCommand::didYouMean).orElse(""));
        return ExitCodes.FAULT;
    }

    private ParameterException unnamed(Explanation.Unnamed unnamed) {
        return new ParameterException(
                spec.commandLine(),
                "\"" + collection + "\" names no collection."
                        + unnamed.meant()
                                .map(ExplainCommand::didYouMean)
                                .orElse(" Use one of " + String.join(", ", unnamed.collections()) + "."));
    }

    private boolean faults(List<Fault> faults) {
        faults.forEach(fault -> err().println(fault.text()));
        return !faults.isEmpty();
    }

    private static String didYouMean(String meant) {
        return " Did you mean \"" + meant + "\"?";
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
