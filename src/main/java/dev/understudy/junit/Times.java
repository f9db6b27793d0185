package dev.understudy.junit;

import java.util.Map;

/** How many calls are expected. */
public final class Times {
    private final Map<String, Integer> counts;

    private Times(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** Exactly this many calls. */
    public static Times exactly(int calls) {
        return new Times(Map.of("exactly", calls));
    }

    /** No calls. */
    public static Times never() {
        return exactly(0);
    }

    /** This many calls or more. */
    public static Times atLeast(int calls) {
        return new Times(Map.of("atLeast", calls));
    }

    /** This many calls or fewer. */
    public static Times atMost(int calls) {
        return new Times(Map.of("atMost", calls));
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
