package dev.understudy.cli;

import dev.understudy.api.Fault;
import dev.understudy.api.Spelling;
import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Value;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.live.ContractFixtures;
import dev.understudy.load.Explanation;
import dev.understudy.load.Fixtures;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.openapi.source.ContractException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ParameterException;

/**
 * {@code understudy explain}: a record as all layers together have it, and where each key was set; or what an operation
 * of a contract takes and answers.
 */
final class ExplainCommand implements Callable<Integer> {
    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(
                    this,
                    "Prints a record as all layers together have it, and for each key the file and line that set it.",
                    "For a contract of your own, prints what an operation takes and answers, where its answers come"
                            + " from, and what was found in it; or a record of one of its collections that has a file.")
            .exitCodes(ExitCodes.OK, "1:There is no such record, or its files have faults.", ExitCodes.USAGE);
    private final Supplier<String> collection = ContractOptions.collectionOrContract(command);
    private final Supplier<String> id = command.optionalArgument(
            "ID|OPERATION",
            "The id of the record; leave it out where a collection is one object. Of a contract, the name of"
                    + " the operation, or its method and path such as 'GET /pets'.");
    private final Supplier<String> record = command.optionalArgument(
            "ID",
            "Of a contract, the id of a record, if what is named before it is one of its collections, as routes --explain"
                    + " calls it.");
    private final Supplier<List<Path>> fixtures = command.list("--fixtures", Value.FOLDER, "As for serve.");
    private final Supplier<Clock> clock = command.optional("--clock", Value.CLOCK, Clock.systemUTC(), "As for serve.");
    private final ContractOptions contracts = new ContractOptions(command.standard(), () -> List.of(collection.get()));

    ExplainCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        if (ContractOptions.isPlace(collection.get())) {
            return operation();
        }
        try {
            List<Contract> contracts =
                    catalogue.stream().map(Catalogue.Entry::read).toList();
            return print(fixtures(contracts).explain(collection.get(), id.get()), id.get());
        } catch (ContractException e) {
            command.err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private int operation() {
        try {
            if (!record.get().isEmpty()) {
                return record(contracts.selected(catalogue).brought().contracts());
            }
            var operations = new LinkedHashMap<Operation, Contract>();
            for (Contract contract : contracts.selected(catalogue).brought().contracts()) {
                contract.operations().forEach(operation -> operations.put(operation, contract));
            }
            Operation meant = operations.keySet().stream()
                    .filter(operation -> operation.operationId().equals(id.get())
                            || operation.toString().equals(id.get()))
                    .findFirst()
                    .orElseThrow(() -> unknownOperation(operations.keySet()));
            new OperationText(Objects.requireNonNull(operations.get(meant)), meant)
                    .lines()
                    .forEach(command.out()::println);
            return 0;
        } catch (CannotLoad e) {
            command.err().println(e.getMessage());
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
        Contract contract = names.get(id.get());
        if (contract == null) {
            throw command.wrong("\"" + id.get() + "\" names no collection of " + collection.get() + "."
                    + Spelling.nearest(id.get(), names.keySet())
                            .map(ExplainCommand::didYouMean)
                            .orElse(" See understudy routes --explain " + collection.get() + "."));
        }
        String path = id.get().startsWith(contract.name() + "/") ? id.get() : contract.name() + "/" + id.get();
        Explanation explanation = fixtures(List.of(contract)).explain(path, record.get());
        if (explanation instanceof Explanation.Unnamed) {
            command.err()
                    .println("No folder of fixtures has a file " + path
                            + ".json: the records are those of the document's examples, or made.");
            return ExitCodes.FAULT;
        }
        return print(explanation, record.get());
    }

    private Fixtures fixtures(List<Contract> contracts) {
        return ContractFixtures.of(contracts, fixtures.get(), clock.get());
    }

    private ParameterException unknownOperation(Set<Operation> operations) {
        List<String> names = operations.stream().map(Operation::operationId).toList();
        String near = Spelling.nearest(id.get(), names)
                .map(ExplainCommand::didYouMean)
                .orElse(" See understudy routes " + collection.get() + ".");
        return command.wrong(
                "OPERATION must be an operation of " + collection.get() + ", was '" + id.get() + "'." + near);
    }

    private int print(Explanation explanation, String id) {
        if (explanation instanceof Explanation.Found found) {
            new RecordText(found).lines().forEach(command.out()::println);
            return faults(found.faults()) ? ExitCodes.FAULT : 0;
        } else if (explanation instanceof Explanation.Unknown unknown) {
            return unknown(unknown, id);
        }
        throw unnamed((Explanation.Unnamed) explanation);
    }

    private int unknown(Explanation.Unknown unknown, String id) {
        if (id.isEmpty()) {
            throw command.wrong("Missing the ID of the record in " + unknown.collection() + ".");
        }
        faults(unknown.faults());
        String removed = unknown.removed()
                .map(place -> "; " + place.text() + " removes it")
                .orElse("");
        command.err()
                .println("No record of " + unknown.collection() + " has the id \"" + id + "\"" + removed + "."
                        + unknown.meant().map(ExplainCommand::didYouMean).orElse(""));
        return ExitCodes.FAULT;
    }

    private ParameterException unnamed(Explanation.Unnamed unnamed) {
        return command.wrong("\"" + collection.get() + "\" names no collection."
                + unnamed.meant()
                        .map(ExplainCommand::didYouMean)
                        .orElse(" Use one of " + String.join(", ", unnamed.collections()) + "."));
    }

    private boolean faults(List<Fault> faults) {
        faults.forEach(fault -> command.err().println(fault.text()));
        return !faults.isEmpty();
    }

    private static String didYouMean(String meant) {
        return " Did you mean \"" + meant + "\"?";
    }
}
