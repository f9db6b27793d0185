package dev.understudy.live;

import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import java.util.Set;

/**
 * What the lists of brought contracts begin with.
 *
 * @param stateless the names of contracts whose every operation answers by examples and made values alone; {@link #ALL}
 *     for each
 * @param records how many records a list has of which the document shows none
 * @param changes how much of each contract a session may change
 */
public record Seeds(Set<String> stateless, int records, ChangeLimits changes) {
    /** Stands for all contracts. */
    public static final String ALL = "all";

    /** To make more takes longer than anybody waits for a list. */
    public static final int MOST = 200_000;

    /** All lists have records, 25 where the document shows none. */
    public static final Seeds DEFAULT = new Seeds(Set.of(), 25);

    public Seeds {
        stateless = Set.copyOf(stateless);
    }

    /** With as many changes as is usual. */
    public Seeds(Set<String> stateless, int records) {
        this(stateless, records, ChangeLimits.DEFAULT);
    }

    boolean isStateless(String name) {
        return stateless.contains(ALL) || stateless.contains(name);
    }
}
