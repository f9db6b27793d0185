package dev.understudy.mocks.anyspec.changes;

/**
 * Limits on a session's changes to one contract, so that a test that creates records without end does not use up the
 * server's memory.
 *
 * @param records the maximum number of new or changed records, without deleted ones
 * @param bytes the maximum size of these together, approximately as JSON
 */
public record ChangeLimits(int records, int bytes) {
    /** 100,000 records with 16 MiB. */
    public static final ChangeLimits DEFAULT = new ChangeLimits(100_000, 16 << 20);

    /** The limits in words, with the option that sets them. */
    public String text() {
        return "at most " + records + " records with at most " + bytes
                + " bytes that are created or changed (see --changed-records and --changed-bytes)";
    }
}
