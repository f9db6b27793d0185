package dev.understudy.mocks.anyspec.changes;

/**
 * What a session may change in one contract, so that no test that creates without end takes the server's memory.
 *
 * @param records how many records may be new or other than they were loaded, and are not deleted
 * @param bytes how many bytes these may have together, about as JSON writes them
 */
public record ChangeLimits(int records, int bytes) {
    /** 100,000 records with 16 MiB. */
    public static final ChangeLimits DEFAULT = new ChangeLimits(100_000, 16 << 20);

    /** The bounds in words, and what sets them. */
    public String text() {
        return "at most " + records + " records with at most " + bytes
                + " bytes that are created or changed (see --changed-records and --changed-bytes)";
    }
}
