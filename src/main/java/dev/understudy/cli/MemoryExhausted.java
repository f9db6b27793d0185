package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The end of a process that has no memory left: what it would answer next could be wrong. */
final class MemoryExhausted {
    /** The exit code; a supervisor starts the process again. */
    static final int EXIT_CODE = 3;

    private static final byte[] MESSAGE =
            "Out of memory: the process ends here, with exit code 3. Give it more with -Xmx.\n".getBytes(US_ASCII);

    private MemoryExhausted() {}

    /** Ends the process without asking anybody: there may be no memory for more. */
    static void outOfMemory(OutOfMemoryError cause) {
        System.err.write(MESSAGE, 0, MESSAGE.length);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
