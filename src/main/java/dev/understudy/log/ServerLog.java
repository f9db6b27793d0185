package dev.understudy.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** The log of the process, on standard output; a program that embeds the server keeps its own and leaves this alone. */
public final class ServerLog {
    private ServerLog() {}

    /**
     * Has SLF4J take Logback without what Logback would set up by itself, if nothing was logged yet and nobody has
     * named another provider.
     */
    public static void choose() {
        if (System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) == null) {
            System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, Unconfigured.class.getName());
            // Else it says on standard error that it was told of a provider.
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        }
    }

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
