package dev.understudy.live;

import dev.understudy.mocks.anyspec.changes.ChangeLimits;
import java.util.Set;

/**
 * The records that the lists of the user's contracts start with.
 *
 * @param stateless the names of contracts whose operations all answer only from examples and generated values;
 *     {@link #ALL} for all contracts
 * @param records the number of records of a list for which the document has none
 * @param changes how much of each contract a session may change
 */
public record Seeds(Set<String> stateless, int records, ChangeLimits changes) {
    /** Stands for all contracts. */
    public static final String ALL = "all";

    /** The maximum number of records; generating more would take too long for the first call of a list. */
    public static final int MOST = 200_000;

    /** Every list has records: 25 if the document has none. */
    public static final Seeds DEFAULT = new Seeds(Set.of(), 25);

    public Seeds {
        stateless = Set.copyOf(stateless);
    }

    /** With the default limits on changes. */
    public Seeds(Set<String> stateless, int records) {
        this(stateless, records, ChangeLimits.DEFAULT);
    }

    boolean isStateless(String name) {
        return stateless.contains(ALL) || stateless.contains(name);
    }
}
