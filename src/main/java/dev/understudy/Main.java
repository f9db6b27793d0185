package dev.understudy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cli.Commands;
import dev.understudy.log.ServerLog;
import java.io.PrintStream;

/** Where the program begins: it hands the arguments to the command line, and ends with its exit code. */
public final class Main {
    private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

    private Main() {}

    /** Runs the command that these arguments name. */
    public static void main(String[] arguments) {
        // Whatever the locale says: in containers it is often C, in which Java writes ? for all that is not ASCII.
        System.setOut(new PrintStream(System.out, true, UTF_8));
        System.setErr(new PrintStream(System.err, true, UTF_8));
        ServerLog.choose();
        // Netty tells the flight recorder of each buffer, for which it loads a hundred classes of the recorder.
        if (System.getProperty(NETTY_EVENTS) == null) {
            System.setProperty(NETTY_EVENTS, "false");
        }
        System.exit(Commands.run(arguments));
    }
}
