package dev.understudy.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Handles a bug: the user reads a sentence, the log has the stack trace. */
final class UnexpectedFailure {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    private UnexpectedFailure() {}

    /** Logs the failure, and returns the exit code. */
    static int report(Exception failure, CommandLine command) {
        LOG.error("{} failed", command.getCommandSpec().qualifiedName(), failure);
        command.getErr().println("This is a bug in Understudy; its log says more.");
        return ExitCodes.FAULT;
    }
}
