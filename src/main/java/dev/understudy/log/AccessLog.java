package dev.understudy.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request. */
public final class AccessLog {
    /** The logger's name: what is switched off by {@code --quiet}. */
    static final String NAME = "access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private AccessLog() {}

    /** Whether lines are written at all. */
    public static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /**
     * Writes the line of one request.
     *
     * @param operation the operationId that was reached; null when none was
     * @param nanos how long it took
     * @param violations how many there were
     * @param reason why it was refused; null when it was not
     * @param ignored the keys of the query that nobody reads
     * @param rule the id of the rule that decided about it; null for none
     */
    public static void write(
            String method,
            String path,
            int status,
            @Nullable String operation,
            long nanos,
            int violations,
            @Nullable Reason reason,
            List<String> ignored,
            @Nullable String rule) {
        if (isOn()) {
            LOG.info(
                    "{}",
                    new AccessLine(method, path, status, operation, nanos / 1000, violations, reason, ignored, rule));
        }
    }
}
