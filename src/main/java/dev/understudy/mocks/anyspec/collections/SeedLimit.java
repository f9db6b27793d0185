package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Limits the number of generated records that a collection starts with: generating large ones takes about a second of
 * one core and 3 MB of memory for each megabyte of JSON, and the first call of the list waits for all of them and for
 * those that they refer to.
 *
 * @param collections the number of collections in the contract, which share the limit
 */
record SeedLimit(int collections) {
    /** The number of records that is always allowed. */
    static final int LEAST = 25;

    /** In bytes of JSON, for one collection. */
    private static final long ONE = 80L << 20;

    /** In bytes of JSON, for all collections of a contract. */
    private static final long ALL = 256L << 20;

    /**
     * The requested number, or as many as the limit allows.
     *
     * @param some typical records
     */
    int most(int asked, List<ObjectNode> some) {
        long size =
                some.stream().mapToLong(record -> record.toString().length()).sum() / Math.max(1, some.size());
        long limit = Math.min(ONE, ALL / Math.max(1, collections)) / Math.max(1, size);
        return (int) Math.min(asked, Math.max(LEAST, limit));
    }
}
