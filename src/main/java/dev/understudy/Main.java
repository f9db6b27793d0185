package dev.understudy;

import dev.understudy.cli.Commands;

/** Where the program begins: it hands the arguments to the command line, and ends with its exit code. */
public final class Main {
    private Main() {}

    /** Runs the command that these arguments name. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
