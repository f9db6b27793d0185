package dev.understudy.http;

import java.time.Duration;

/**
 * How long a client may make the server wait. Each deadline is for the whole step, so sending a byte now and then does
 * not extend it.
 *
 * @param head for the request line and the header fields
 * @param body for the body
 * @param idle between an answer and the next request
 * @param stall while nothing of an answer can be sent because the client does not read
 * @param grace for requests in flight at shutdown
 * @param drainDelay how long the server keeps accepting before that, for clients that do not know yet that it is not
 *     ready
 */
public record Timeouts(
        Duration head, Duration body, Duration idle, Duration stall, Duration grace, Duration drainDelay) {
    /** Deadlines for slow networks, and no drain delay, as for a server that stops together with its clients. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** Without a drain delay, as for a server that stops together with its clients. */
    public Timeouts(Duration head, Duration body, Duration idle, Duration stall, Duration grace) {
        this(head, body, idle, stall, grace, Duration.ZERO);
    }

    /** How often to check the deadlines, so that overdue connections are found soon. */
    Duration tick() {
        Duration shortest = head;
        for (Duration span : new Duration[] {body, idle, stall}) {
            shortest = span.compareTo(shortest) < 0 ? span : shortest;
        }
        return Duration.ofMillis(Math.max(10, Math.min(500, shortest.toMillis() / 4)));
    }
}
