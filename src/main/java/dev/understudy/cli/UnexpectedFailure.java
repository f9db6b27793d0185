package dev.understudy.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Handles a bug: the user reads a sentence, the log has the stack trace. */
final class UnexpectedFailure implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.error("{} failed", command.getCommandSpec().qualifiedName(), failure);
        command.getErr().println("This is a bug in Understudy; its log says more.");
        return ExitCodes.FAULT;
    }
}
