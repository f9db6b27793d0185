package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How many made records a collection may begin with: large ones take about a second of one core and 3 MB of memory for
 * each megabyte of JSON, and the first call of their list waits for all of them and for those that they name.
 *
 * @param collections how many there are in the contract, which share the room
 */
record SeedLimit(int collections) {
    /** As many there are in any case. */
    static final int LEAST = 25;

    /** In bytes of JSON, of one collection. */
    private static final long ONE = 80L << 20;

    /** In bytes of JSON, of all collections of a contract. */
    private static final long ALL = 256L << 20;

    /**
     * As many as were asked for, or as there is room for.
     *
     * @param some records as they all are
     */
    int most(int asked, List<ObjectNode> some) {
        long size =
                some.stream().mapToLong(record -> record.toString().length()).sum() / Math.max(1, some.size());
        long limit = Math.min(ONE, ALL / Math.max(1, collections)) / Math.max(1, size);
        return (int) Math.min(asked, Math.max(LEAST, limit));
    }
}
