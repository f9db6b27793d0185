package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Spelling;
import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.contract.Contract;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.load.CollectionName;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.schema.PortableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** {@code understudy schema}: the JSON Schema by which an editor completes and checks a fixture file. */
final class SchemaCommand implements Callable<Integer> {
    /** More names would push the suggestion off the screen. */
    private static final int SHOWN = 20;

    private final List<Catalogue.Entry> catalogue;
    final Command command = new Command(
                    this,
                    "Prints the JSON Schema (draft 07) of a collection's file, or a schema of a contract of your own.")
            .exitCodes(ExitCodes.OK, "1:A contract has faults.", ExitCodes.USAGE);
    private final Supplier<String> collection = ContractOptions.collectionOrContract(command);
    private final Supplier<String> schema = command.optionalArgument(
            "SCHEMA",
            "Of a contract, the name of a schema of its components, of an operation with the status of an answer,"
                    + " such as listPets.200, or of a collection, as routes --explain calls it.");
    private final Supplier<Boolean> merge =
            command.flag("--merge", "The schema of the file that changes records, NAME.merge.json.");
    private final ContractOptions contracts = new ContractOptions(command.standard(), () -> List.of(collection.get()));

    SchemaCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        command.spec().usageMessage().width(80);
    }

    @Override
    public Integer call() {
        try {
            if (ContractOptions.isPlace(collection.get())) {
                print(ofContract());
            } else {
                print(named(schemas()));
            }
            return 0;
        } catch (ContractException | CannotLoad e) {
            command.err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private byte[] ofContract() throws CannotLoad {
        if (merge.get()) {
            throw command.wrong("--merge is for collections, not for " + collection.get() + ".");
        }
        var known = new ArrayList<String>();
        for (Contract contract : contracts.selected(catalogue).brought().contracts()) {
            NamedSchemas schemas = NamedSchemas.of(contract);
            Optional<String> pointer = schemas.pointer(schema.get());
            if (pointer.isPresent()) {
                return (PortableSchema.ofValue(contract.schemas(), pointer.get())
                                        .toPrettyString() + "\n")
                        .getBytes(UTF_8);
            }
            known.addAll(schemas.names());
            Optional<String> record = records(contract, known);
            if (record.isPresent()) {
                return (PortableSchema.ofFile(contract.schemas(), record.get(), false)
                                        .toPrettyString() + "\n")
                        .getBytes(UTF_8);
            }
        }
        throw command.wrong("SCHEMA must be one of "
                + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "")
                + ", was '" + schema.get() + "'."
                + Spelling.nearest(schema.get(), known)
                        .map(near -> " Did you mean \"" + near + "\"?")
                        .orElse(""));
    }

    /** The pointer of the schema of a record, if a collection of that name exists; adds all names to those known. */
    private Optional<String> records(Contract contract, List<String> known) {
        Optional<String> record = Optional.empty();
        for (Collection each : Recognition.of(contract).collections()) {
            known.add(each.name());
            if (Set.of(each.name(), contract.name() + "/" + each.name()).contains(schema.get())) {
                record = Optional.of(each.record());
            }
        }
        return record;
    }

    private Map<String, FixtureSchema> schemas() {
        var schemas = new LinkedHashMap<String, FixtureSchema>();
        for (Catalogue.Entry entry : catalogue) {
            Contract contract = entry.read();
            contract.fixtureSchemas().forEach(each -> schemas.put(contract.name() + "/" + each.collection(), each));
        }
        return schemas;
    }

    private FixtureSchema named(Map<String, FixtureSchema> schemas) {
        var paths = new LinkedHashMap<String, Boolean>();
        schemas.forEach((path, schema) -> paths.put(path, schema.single()));
        CollectionName meant = CollectionName.of(collection.get(), paths);
        return meant.path()
                .map(schemas::get)
                .orElseThrow(() -> command.wrong("COLLECTION must be one of " + String.join(", ", meant.choice())
                        + ", was '" + collection.get() + "'."
                        + meant.nearest()
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse("")));
    }

    private void print(FixtureSchema schema) {
        print(
                merge.get()
                        ? schema.mergeSchema()
                                .orElseThrow(() -> command.wrong(
                                        "The records of " + collection.get() + " have no id to change them by."))
                        : schema.jsonSchema());
    }

    private void print(byte[] json) {
        command.out().print(new String(json, UTF_8));
        command.out().flush();
    }
}
