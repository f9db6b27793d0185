package dev.understudy.server;

import dev.understudy.contract.Request;
import dev.understudy.exchange.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request. */
final class AccessLog {
    /** The logger's name: what is switched off by {@code --quiet}. */
    static final String NAME = "access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private AccessLog() {}

    static void write(Request request, Answer answer, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{}",
                    new AccessLine(
                            request.method(),
                            request.path(),
                            answer.response().status(),
                            answer.operation(),
                            nanos / 1000,
                            answer.violated().size()));
        }
    }
}
