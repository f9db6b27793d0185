package dev.understudy.http;

import java.time.Duration;

/**
 * How long a client may keep the server waiting. Each span is for the whole thing: a byte now and then gains nothing.
 *
 * @param head for the request line and the header fields
 * @param body for the body
 * @param idle between an answer and the next request
 * @param stall while nothing of an answer can be sent because the client does not read
 * @param grace for requests in flight when the server is told to end
 * @param drainDelay how long it goes on accepting before, for those who do not know yet that it is not ready any more
 */
public record Timeouts(
        Duration head, Duration body, Duration idle, Duration stall, Duration grace, Duration drainDelay) {
    /** What slow networks need, of a server whose clients end with it. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** A server whose clients all end with it: it need not go on accepting. */
    public Timeouts(Duration head, Duration body, Duration idle, Duration stall, Duration grace) {
        this(head, body, idle, stall, grace, Duration.ZERO);
    }

    /** How often to look for those who took too long, so that they are found soon after. */
    Duration tick() {
        Duration shortest = head;
        for (Duration span : new Duration[] {body, idle, stall}) {
            shortest = span.compareTo(shortest) < 0 ? span : shortest;
        }
        return Duration.ofMillis(Math.max(10, Math.min(500, shortest.toMillis() / 4)));
    }
}
