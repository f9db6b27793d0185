package dev.understudy.verify;

import dev.understudy.journal.RedactedCall;
import java.util.List;

/**
 * The calls of a session that broke a contract, reached no operation, or could not be answered.
 *
 * @param message all of it as a text to be shown, of one or more lines
 * @param count how many there are
 * @param warned how many of them went on all the same
 * @param calls the newest of them, the newest first
 * @param lost how many calls of the session are not kept any more, be they expected or not
 * @param unkeyed the calls that named no session since this one was made
 */
public record Unexpected(
        String message, long count, long warned, List<RedactedCall> calls, long lost, Unkeyed unkeyed) {
    public Unexpected {
        calls = List.copyOf(calls);
    }
}
