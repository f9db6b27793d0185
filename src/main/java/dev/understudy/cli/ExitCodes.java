package dev.understudy.cli;

/** Exit codes, and their descriptions in the help. */
final class ExitCodes {
    static final int FAULT = 1;

    static final String OK = "0:All went well.";
    static final String FAULTS = "1:A contract or a fixture has faults, or the address is not available.";
    static final String USAGE = "2:The command line, an environment variable or the file of --config is wrong.";

    private ExitCodes() {}
}
