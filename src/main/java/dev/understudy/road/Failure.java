package dev.understudy.road;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An internal failure: the log has the stack trace, and the client gets only the id under which it is logged. */
record Failure(String id) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure logged(String where, Throwable cause) {
        var failure = new Failure(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        LOG.error("Error {}: {} failed", failure.id, where, cause);
        return failure;
    }

    /** Describes the failure for a client; completes "was …". */
    String text() {
        return "a failure inside the mock; its log has it as error " + id;
    }
}
