package dev.understudy.verify;

import dev.understudy.match.CallPattern;
import java.util.List;

/** Which calls are expected of a session. */
public sealed interface Expectation {
    /** The patterns of the calls. */
    List<CallPattern> patterns();

    /**
     * So many calls that match.
     *
     * @param atMost {@link Long#MAX_VALUE} for any number
     */
    record Count(CallPattern call, long atLeast, long atMost) implements Expectation {
        @Override
        public List<CallPattern> patterns() {
            return List.of(call);
        }

        /** As in {@code exactly 2 calls}. */
        String words() {
            if (atLeast == atMost) {
                return atMost == 0 ? "no call" : "exactly " + calls(atMost);
            } else if (atMost == Long.MAX_VALUE) {
                return "at least " + calls(atLeast);
            }
            return atLeast == 0 ? "at most " + calls(atMost) : atLeast + " to " + calls(atMost);
        }

        static String calls(long number) {
            return number == 1 ? "1 call" : number + " calls";
        }
    }

    /** A call for each pattern, one after the other, with or without others between them. */
    record Order(List<CallPattern> patterns) implements Expectation {
        public Order {
            patterns = List.copyOf(patterns);
        }
    }
}
