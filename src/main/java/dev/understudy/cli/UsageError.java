package dev.understudy.cli;

import static java.util.Comparator.comparingInt;

import dev.understudy.api.Spelling;
import dev.understudy.cli.config.Presets;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what is wrong with the command line, an environment variable or the file of options. */
final class UsageError implements IParameterExceptionHandler {
    /** At a greater edit distance, it is another word. */
    private static final int FURTHEST = 3;

    private final Presets presets;
    private final Function<CommandSpec, List<String>> problems;

    /** @param problems what is wrong with the file, for a command */
    UsageError(Presets presets, Function<CommandSpec, List<String>> problems) {
        this.presets = presets;
        this.problems = problems;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            err.println(unknown(unmatched.getUnmatched().get(0), command));
        } else if (!problems.apply(command.getCommandSpec()).isEmpty()) {
            // The file may be the reason why something is missing on the command line.
            problems.apply(command.getCommandSpec()).forEach(err::println);
        } else {
            err.println(origin(wrong, arguments).map(name -> name + ": ").orElse("") + wrong.getMessage());
            UnmatchedArgumentException.printSuggestions(wrong, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Picocli itself suggests only options that begin with the same two letters. */
    private static String unknown(String option, CommandLine command) {
        String name = option.replaceFirst("=.*", "");
        return command.getCommandSpec().optionsMap().keySet().stream()
                .min(comparingInt(known -> Spelling.distance(name, known)))
                .filter(known -> Spelling.distance(name, known) <= FURTHEST)
                .map(known -> "Unknown option: " + name + ". Did you mean " + known + "?")
                .orElse("Unknown option: " + name);
    }

    private Optional<String> origin(ParameterException wrong, String[] arguments) {
        return Optional.ofNullable(wrong.getArgSpec()).flatMap(argument -> presets.origin(argument, arguments));
    }
}
