package dev.understudy.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * The log where Logback is inside the artifact for JUnit, under a name of its own: warnings and errors, on standard
 * error. It is asked for before a file such as {@code logback-test.xml} is, which is there for a test's own Logback and
 * names classes of that.
 */
public final class WarningsOnly extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var lines = new TextLines();
        lines.setContext(context);
        lines.start();
        var output = new ConsoleAppender<ILoggingEvent>();
        output.setContext(context);
        output.setTarget("System.err");
        output.setEncoder(lines);
        output.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(output);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
