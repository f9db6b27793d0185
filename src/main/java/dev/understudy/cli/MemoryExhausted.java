package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Ends a process that is out of memory: its next answers could be wrong. */
final class MemoryExhausted {
    /** The exit code; a supervisor starts the process again. */
    static final int EXIT_CODE = 3;

    private static final byte[] MESSAGE =
            "Out of memory: the process ends here, with exit code 3. Give it more with -Xmx.\n".getBytes(US_ASCII);

    private MemoryExhausted() {}

    /** Halts without shutdown hooks: there may be no memory for them. */
    static void outOfMemory(OutOfMemoryError cause) {
        System.err.write(MESSAGE, 0, MESSAGE.length);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
