package dev.understudy.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line or two what is wrong with the command line, or with the environment variable in its place. */
final class WrongUsage implements IParameterExceptionHandler {
    private final Variables variables;

    WrongUsage(Variables variables) {
        this.variables = variables;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(variable(wrong, arguments).map(name -> name + ": ").orElse("") + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private Optional<String> variable(ParameterException wrong, String[] arguments) {
        return wrong.getArgSpec() instanceof OptionSpec option ? variables.behind(option, arguments) : Optional.empty();
    }
}
