package dev.understudy.cli;

import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What picocli calls, in one small class: Java archives no class, and no lambda, that implements an interface of
 * picocli, as its classes are of Java 5; so it is loaded from the jar at each start.
 *
 * @param body runs the command that was parsed
 */
record Handlers(ToIntFunction<ParseResult> body, UsageError usageError)
        implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int execute(ParseResult parsed) {
        return body.applyAsInt(parsed);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        return usageError.report(wrong, arguments);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return UnexpectedFailure.report(failure, command);
    }
}
