package dev.understudy.generate.calls;

/**
 * A request as it is written.
 *
 * @param target the path, and the query after a question mark
 * @param body JSON; empty if there is none
 */
public record WrittenRequest(String method, String target, String body) {
    /** With another key in the query. */
    public WrittenRequest with(String queryKey) {
        return new WrittenRequest(method, target + (target.contains("?") ? "&" : "?") + queryKey, body);
    }
}
