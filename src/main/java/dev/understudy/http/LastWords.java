package dev.understudy.http;

/** The end of a process that cannot go on: what it would say next could be wrong. */
public final class LastWords {
    /** The exit code; a supervisor starts the process again. */
    public static final int EXIT_CODE = 3;

    private static final byte[] MESSAGE =
            "Out of memory: the process ends here, with exit code 3. Give it more with -Xmx.\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private LastWords() {}

    /** Ends the process without asking anybody: there may be no memory for more. */
    public static void outOfMemory(OutOfMemoryError cause) {
        System.err.write(MESSAGE, 0, MESSAGE.length);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** For failures of any kind, on their way to a log. */
    public static void ifOutOfMemory(Throwable failure) {
        if (failure instanceof OutOfMemoryError out) {
            outOfMemory(out);
        }
    }
}
