package dev.understudy.cli;

import static java.util.Comparator.comparingInt;

import dev.understudy.api.Spelling;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what is wrong with the command line, or with the environment variable in its place. */
final class WrongUsage implements IParameterExceptionHandler {
    /** Further away, it is another word. */
    private static final int FURTHEST = 3;

    private final Variables variables;

    WrongUsage(Variables variables) {
        this.variables = variables;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            err.println(unknown(unmatched.getUnmatched().get(0), command));
        } else {
            err.println(variable(wrong, arguments).map(name -> name + ": ").orElse("") + wrong.getMessage());
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

    private Optional<String> variable(ParameterException wrong, String[] arguments) {
        return wrong.getArgSpec() instanceof OptionSpec option ? variables.behind(option, arguments) : Optional.empty();
    }
}
