package dev.understudy.cli;

import dev.understudy.api.Fault;
import dev.understudy.contract.Contract;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Stock;
import dev.understudy.load.Explanation;
import dev.understudy.openapi.ContractException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy explain}: one record as all layers together have it, and where each key was set. */
@Command(
        name = "explain",
        description = "Prints a record as all layers together have it, and for each key the file and line that set it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, "1:There is no such record, or its files have faults.", ExitCodes.USAGE})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "COLLECTION",
            description =
                    "A collection such as techwolf/task-profiles/jobs, the end of it such as jobs, or an API that has one list.")
    private String collection = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "The id of the record; leave it out where a collection is one object.")
    private String id = "";

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
            converter = Moment.class,
            description = "As for serve. [UNDERSTUDY_CLOCK]")
    private Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Catalogue.Entry> catalogue;

    ExplainCommand(List<Catalogue.Entry> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() {
        try {
            List<Contract> contracts =
                    catalogue.stream().map(Catalogue.Entry::read).toList();
            return tell(Stock.of(contracts, fixtures, clock).explain(collection, id));
        } catch (ContractException e) {
            err().println(e.getMessage());
            return ExitCodes.FAULT;
        }
    }

    private int tell(Explanation explanation) {
        if (explanation instanceof Explanation.Found found) {
            new Annotated(found).lines().forEach(spec.commandLine().getOut()::println);
            return faults(found.faults()) ? ExitCodes.FAULT : 0;
        } else if (explanation instanceof Explanation.Unknown unknown) {
            return unknown(unknown);
        }
        throw unnamed((Explanation.Unnamed) explanation);
    }

    private int unknown(Explanation.Unknown unknown) {
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
