package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cli.config.Presets;
import dev.understudy.cli.config.Variables;
import dev.understudy.cli.options.Command;
import dev.understudy.cli.options.Value;
import dev.understudy.live.Catalogue;
import dev.understudy.log.LogFormat;
import dev.understudy.log.ServerLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command {@code understudy} and its subcommands. */
public final class Commands {
    private Commands() {}

    /** Runs the command that these arguments name, and returns its exit code. The output is UTF-8. */
    public static int run(String[] arguments) {
        // Until a command says otherwise, only errors are worth a line.
        ServerLog.open(LogFormat.TEXT, true);
        String name = arguments.length == 0 ? "" : arguments[0];
        int exitCode = commandLine(Catalogue.builtIn(), System.getenv(), Path.of(Presets.FILE), name)
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .setErr(new PrintWriter(System.err, true, UTF_8))
                .execute(arguments);
        ServerLog.close();
        return exitCode;
    }

    static CommandLine commandLine(List<Catalogue.Entry> catalogue, Map<String, String> environment) {
        return commandLine(catalogue, environment, Path.of(Presets.FILE), "");
    }

    /**
     * Creates only the command of that name, to start sooner, or all if there is no such command.
     *
     * @param config the file of options that is read if it exists and --config names no other
     */
    static CommandLine commandLine(
            List<Catalogue.Entry> catalogue, Map<String, String> environment, Path config, String name) {
        var commands = new LinkedHashMap<String, Supplier<Command>>();
        commands.put("serve", () -> new ServeCommand(catalogue).command);
        commands.put("health", () -> new HealthCommand().command);
        commands.put("check", () -> new CheckCommand(catalogue).command);
        commands.put("schema", () -> new SchemaCommand(catalogue).command);
        commands.put("routes", () -> new RoutesCommand(catalogue).command);
        commands.put("explain", () -> new ExplainCommand(catalogue).command);
        commands.put("generate", () -> new GenerateCommand(catalogue).command);
        commands.put("warm", () -> new WarmCommand().command);
        Map<String, Supplier<Command>> wanted = new LinkedHashMap<>(commands);
        if (commands.containsKey(name)) {
            wanted.keySet().retainAll(Set.of(name));
        }
        var presets = new Presets(environment, config);
        CommandLine line = line(wanted);
        Function<CommandSpec, List<String>> problems = command -> presets.problems(command, () -> keys(line(commands)));
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> {
                    warn(line, commands, environment);
                    return execute(parsed, problems);
                })
                .setParameterExceptionHandler(new UsageError(presets, problems))
                .setExecutionExceptionHandler(new UnexpectedFailure());
        line.getSubcommands().values().forEach(command -> command.setDefaultValueProvider(presets));
        return line;
    }

    private static CommandLine line(Map<String, Supplier<Command>> commands) {
        var line = new CommandLine(root());
        commands.forEach((name, make) -> {
            Command command = make.get();
            command.optional(
                    Presets.OPTION,
                    Value.FILE,
                    "A YAML file that sets options, by default " + Presets.FILE
                            + " in the working folder if it is there.");
            line.addSubcommand(name, command.spec());
        });
        return line;
    }

    /** Creates all commands only if a variable does not belong to this one: it may be set for another. */
    private static void warn(
            CommandLine line, Map<String, Supplier<Command>> commands, Map<String, String> environment) {
        if (!UnknownVariables.warnings(environment, () -> names(line)).isEmpty()) {
            UnknownVariables.warnings(environment, () -> names(line(commands))).forEach(line.getErr()::println);
        }
    }

    /** The names of the variables of all options. */
    private static Set<String> names(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(Variables::name)
                .collect(Collectors.toSet());
    }

    /** The keys that the file may have: it may be for several commands. */
    private static Set<String> keys(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(command -> Presets.keys(command.getCommandSpec()).stream())
                .collect(Collectors.toSet());
    }

    /** Refuses empty values: an empty path would be the current folder, an empty host this machine. */
    private static int execute(ParseResult parsed, Function<CommandSpec, List<String>> problems) {
        for (ParseResult each = parsed; each != null; each = each.hasSubcommand() ? each.subcommand() : null) {
            for (ArgSpec argument : each.matchedArgs()) {
                if (argument.originalStringValues().contains("")) {
                    String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
                    throw new ParameterException(
                            each.commandSpec().commandLine(), name + " must have a value, was ''", argument, "");
                }
            }
            boolean help = each.isUsageHelpRequested() || each.isVersionHelpRequested();
            if (!help && !problems.apply(each.commandSpec()).isEmpty()) {
                throw new ParameterException(each.commandSpec().commandLine(), "");
            }
        }
        return new RunLast().execute(parsed);
    }

    private static CommandSpec root() {
        CommandSpec spec = new Command(
                        new Commands(), "Stands in for APIs that you do not own yet, and never breaks their contracts.")
                .standard()
                .exitCodes(ExitCodes.OK, ExitCodes.FAULTS, ExitCodes.USAGE)
                .spec()
                .name("understudy");
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").sortOptions(true).width(80);
        return spec;
    }
}
