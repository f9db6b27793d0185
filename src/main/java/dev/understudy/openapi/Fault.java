package dev.understudy.openapi;

/**
 * One thing in an OpenAPI file that is wrong, or that we do not support: where it stands, and what to do.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Fault(String source, int line, int column, String message) {
    /** The fault as a line that editors can jump to: {@code specs/x.yaml:12:7: …}. */
    public String text() {
        return source + ":" + line + ":" + column + ": " + message;
    }
}
