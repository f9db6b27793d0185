package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.contract.Contract;
import dev.understudy.contract.FixtureSchema;
import dev.understudy.live.Catalogue;
import dev.understudy.load.CollectionName;
import dev.understudy.openapi.ContractException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy schema}: what an editor needs to complete a fixture file and to underline what is wrong in it. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema (draft 07) of a collection's file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, "1:A contract has faults.", ExitCodes.USAGE})
final class SchemaCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "COLLECTION",
            description =
                    "A collection such as techwolf/task-profiles/jobs, the end of it such as jobs, or an API that has one list.")
    private String collection = "";

    @Option(
            names = "--merge",
            fallbackValue = "true",
            description = "The schema of the file that changes records, NAME.merge.json. [UNDERSTUDY_MERGE=true]")
    private boolean merge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    SchemaCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        try {
            print(meant(schemas()));
            return 0;
        } catch (ContractException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private Map<String, FixtureSchema> schemas() {
        var schemas = new LinkedHashMap<String, FixtureSchema>();
        for (Catalogue.Entry entry : catalogue) {
            Contract contract = entry.read();
            contract.fixtureSchemas().forEach(each -> schemas.put(contract.name() + "/" + each.collection(), each));
        }
        return schemas;
    }

    private FixtureSchema meant(Map<String, FixtureSchema> schemas) {
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
        byte[] json = merge
                ? schema.mergeSchema()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "The records of " + collection + " have no id to change them by."))
                : schema.jsonSchema();
        spec.commandLine().getOut().print(new String(json, UTF_8));
        spec.commandLine().getOut().flush();
    }
}
