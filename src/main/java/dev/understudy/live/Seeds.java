package dev.understudy.live;

import java.util.Set;

/**
 * What the lists of brought contracts begin with.
 *
 * @param stateless the names of contracts whose every operation answers by examples and made values alone; {@link #ALL}
 *     for each
 * @param records how many records a list has of which the document shows none
 */
public record Seeds(Set<String> stateless, int records) {
    /** Stands for all contracts. */
    public static final String ALL = "all";

    /** All lists have records, 25 where the document shows none. */
    public static final Seeds DEFAULT = new Seeds(Set.of(), 25);

    public Seeds {
        stateless = Set.copyOf(stateless);
    }

    boolean isStateless(String name) {
        return stateless.contains(ALL) || stateless.contains(name);
    }
}
