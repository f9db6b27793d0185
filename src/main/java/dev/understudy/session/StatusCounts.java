package dev.understudy.session;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts answers by status. An operation uses few statuses, so a linear search is enough, and a call creates no
 * objects.
 */
public final class StatusCounts {
    private record Seen(int status, LongAdder answers) {}

    private volatile Seen[] seen = {};

    /** Counts an answer with this status. */
    public void count(int status) {
        for (Seen each : seen) {
            if (each.status == status) {
                each.answers.increment();
                return;
            }
        }
        added(status).increment();
    }

    private synchronized LongAdder added(int status) {
        for (Seen each : seen) {
            if (each.status == status) {
                return each.answers;
            }
        }
        var more = Arrays.copyOf(seen, seen.length + 1);
        more[seen.length] = new Seen(status, new LongAdder());
        seen = more;
        return more[more.length - 1].answers;
    }

    /** The number of answers by status, lowest status first. */
    public SortedMap<Integer, Long> all() {
        var all = new TreeMap<Integer, Long>();
        for (Seen each : seen) {
            all.put(each.status, each.answers.sum());
        }
        return all;
    }
}
