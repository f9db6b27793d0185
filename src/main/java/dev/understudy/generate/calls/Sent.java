package dev.understudy.generate.calls;

/**
 * A request as it is written.
 *
 * @param target the path, and the query after a question mark
 * @param body JSON; empty if there is none
 */
public record Sent(String method, String target, String body) {
    /** With another key in the query. */
    public Sent with(String queryKey) {
        return new Sent(method, target + (target.contains("?") ? "&" : "?") + queryKey, body);
    }
}
