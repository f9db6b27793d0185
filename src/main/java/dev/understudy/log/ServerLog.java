package dev.understudy.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** The log of the process, on standard output; a program that embeds the server keeps its own and leaves this alone. */
public final class ServerLog {
    private ServerLog() {}

    /** Sets the log up; a quiet one has errors only. */
    public static void open(LogFormat format, boolean quiet) {
        LoggerContext context = context();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(quiet ? Level.ERROR : Level.WARN);
        root.addAppender(output(context, format));
        context.getLogger("dev.understudy").setLevel(quiet ? Level.ERROR : Level.INFO);
        context.getLogger(AccessLog.NAME).setLevel(quiet ? Level.OFF : Level.INFO);
    }

    /** From now on, what this class has to say is logged also by a quiet log. */
    public static void letThrough(Class<?> who) {
        context().getLogger(who).setLevel(Level.INFO);
    }

    /** Writes what is still queued, and ends the log. */
    public static void close() {
        context().stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static BatchedOutput output(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = format == LogFormat.JSON ? new JsonLines() : new TextLines();
        encoder.setContext(context);
        encoder.start();
        var output = new BatchedOutput(encoder);
        output.setContext(context);
        output.start();
        return output;
    }
}
