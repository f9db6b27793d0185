package dev.understudy.e2e;

/**
 * A request as it is written.
 *
 * @param target the path, and the query after a question mark
 * @param body JSON; empty if there is none
 */
record Sent(String method, String target, String body) {
    Sent with(String queryKey) {
        return new Sent(method, target + (target.contains("?") ? "&" : "?") + queryKey, body);
    }
}
