package dev.understudy.junit;

import java.util.Map;

/** How many calls are expected. */
public final class Times {
    private final Map<String, Integer> counts;

    private Times(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** No more and no fewer. */
    public static Times exactly(int calls) {
        return new Times(Map.of("exactly", calls));
    }

    /** None. */
    public static Times never() {
        return exactly(0);
    }

    /** So many or more. */
    public static Times atLeast(int calls) {
        return new Times(Map.of("atLeast", calls));
    }

    /** So many or fewer. */
    public static Times atMost(int calls) {
        return new Times(Map.of("atMost", calls));
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
