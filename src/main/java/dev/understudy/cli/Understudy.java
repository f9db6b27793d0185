package dev.understudy.cli;

import dev.understudy.server.Catalogue;
import dev.understudy.server.LogFormat;
import dev.understudy.server.ServerLog;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code understudy}: what it can do is in its subcommands. */
@Command(
        name = "understudy",
        description = "Stands in for APIs that you do not own yet, and never breaks their contracts.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE})
public final class Understudy {
    private Understudy() {}

    /** Runs the command that these arguments name, and returns its exit code. */
    public static int run(String[] arguments) {
        // Until a command says otherwise, only errors are worth a line.
        ServerLog.open(LogFormat.TEXT, true);
        int exitCode = commandLine(Catalogue.builtIn(), System.getenv()).execute(arguments);
        ServerLog.close();
        return exitCode;
    }

    static CommandLine commandLine(List<Catalogue.Entry> catalogue, Map<String, String> environment) {
        var variables = new Variables(environment);
        var line = new CommandLine(new Understudy())
                .addSubcommand(new ServeCommand(catalogue))
                .addSubcommand(new CheckCommand(catalogue))
                .addSubcommand(new SchemaCommand(catalogue))
                .addSubcommand(new RoutesCommand(catalogue))
                .addSubcommand(new ExplainCommand(catalogue))
                .addSubcommand(new GenerateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage(variables))
                .setExecutionExceptionHandler(new Bug());
        line.getSubcommands().values().forEach(command -> command.setDefaultValueProvider(variables));
        return line;
    }
}
