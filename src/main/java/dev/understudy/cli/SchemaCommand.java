package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Spelling;
import dev.understudy.cli.options.ContractOptions;
import dev.understudy.cli.options.Options;
import dev.understudy.cli.options.Version;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy schema}: the JSON Schema by which an editor completes and checks a fixture file. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema (draft 07) of a collection's file, or a schema of a contract of" + " your own.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, "1:A contract has faults.", ExitCodes.USAGE})
final class SchemaCommand implements Callable<Integer> {
    /** More names would push the suggestion off the screen. */
    private static final int SHOWN = 20;

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
            paramLabel = "SCHEMA",
            description =
                    "Of a contract, the name of a schema of its components, of an operation with the status of an answer,"
                            + " such as listPets.200, or of a collection, as routes --explain calls it.")
    private String schema = "";

    @Option(
            names = "--merge",
            fallbackValue = "true",
            description = "The schema of the file that changes records, NAME.merge.json. [UNDERSTUDY_MERGE=true]")
    private boolean merge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    private final ContractOptions contracts;

    SchemaCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
        this.contracts =
                new ContractOptions(new Options(CommandSpec.forAnnotatedObject(this)), () -> List.of(collection));
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        try {
            if (ContractOptions.isPlace(collection)) {
                print(ofContract());
            } else {
                print(named(schemas()));
            }
            return 0;
        } catch (ContractException | CannotLoad e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private byte[] ofContract() throws CannotLoad {
        if (merge) {
            throw new ParameterException(spec.commandLine(), "--merge is for collections, not for " + collection + ".");
        }
        var known = new ArrayList<String>();
        for (Contract contract : contracts.selected(catalogue).brought().contracts()) {
            NamedSchemas schemas = NamedSchemas.of(contract);
            Optional<String> pointer = schemas.pointer(schema);
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
        throw new ParameterException(
                spec.commandLine(),
                "SCHEMA must be one of "
                        + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                        + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "")
                        + ", was '" + schema + "'."
                        + Spelling.nearest(schema, known)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(""));
    }

    /** The pointer of the schema of a record, if a collection of that name exists; adds all names to those known. */
    private Optional<String> records(Contract contract, List<String> known) {
        Optional<String> record = Optional.empty();
        for (Collection each : Recognition.of(contract).collections()) {
            known.add(each.name());
            if (schema.equals(each.name()) || schema.equals(contract.name() + "/" + each.name())) {
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
        CollectionName meant = CollectionName.of(collection, paths);
        return meant.path()
                .map(schemas::get)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "COLLECTION must be one of " + String.join(", ", meant.choice()) + ", was '" + collection + "'."
                                + meant.nearest()
                                        .map(near -> " Did you mean \"" + near + "\"?")
                                        .orElse("")));
    }

    private void print(FixtureSchema schema) {
        print(
                merge
                        ? schema.mergeSchema()
                                .orElseThrow(() -> new ParameterException(
                                        spec.commandLine(),
                                        "The records of " + collection + " have no id to change them by."))
                        : schema.jsonSchema());
    }

    private void print(byte[] json) {
        spec.commandLine().getOut().print(new String(json, UTF_8));
        spec.commandLine().getOut().flush();
    }
}
