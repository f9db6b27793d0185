package dev.understudy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cli.Commands;
import dev.understudy.log.ServerLog;
import java.io.PrintStream;

/** Where the program begins: it hands the arguments to the command line, and ends with its exit code. */
public final class Main {
    private Main() {}

    /** Runs the command that these arguments name. */
    public static void main(String[] arguments) {
        // Whatever the locale says: in containers it is often C, in which Java writes ? for all that is not ASCII.
        System.setOut(new PrintStream(System.out, true, UTF_8));
        System.setErr(new PrintStream(System.err, true, UTF_8));
        ServerLog.choose();
        // Netty tells the flight recorder of each buffer, for which it loads a hundred classes of the recorder.
        setUnlessGiven("io.netty.jfr.enabled", "false");
        // Java finds the few addresses that are needed; a resolver of Vert.x takes sixty classes.
        setUnlessGiven("vertx.disableDnsResolver", "true");
        System.exit(Commands.run(arguments));
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
