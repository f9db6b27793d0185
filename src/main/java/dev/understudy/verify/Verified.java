package dev.understudy.verify;

import dev.understudy.journal.RedactedCall;
import java.util.List;

/**
 * Whether a session had the calls that were expected.
 *
 * @param message all of it as a text to be shown, of one or more lines
 * @param matched how many calls matched; in an order, how many of its patterns
 * @param calls those that matched, the oldest first, no more than 100
 * @param lost how many calls of the session are not kept any more; then nothing is met
 * @param undecided how many calls may or may not match, since their arguments are not known any more
 * @param nearest those that are nearest to what is missing, no more than 3
 * @param unkeyed the calls that named no session since this one was made
 */
public record Verified(
        boolean met,
        String message,
        long matched,
        List<RedactedCall> calls,
        long lost,
        long undecided,
        List<NearMiss> nearest,
        Unkeyed unkeyed) {
    public Verified {
        calls = List.copyOf(calls);
        nearest = List.copyOf(nearest);
    }
}
