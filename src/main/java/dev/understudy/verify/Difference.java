package dev.understudy.verify;

import dev.understudy.api.Violation;

/**
 * How a call differs from what is expected.
 *
 * @param place where it stands, such as {@code query}; {@code operation} where the call is not one of those
 * @param name of the parameter; empty where there is none
 * @param pointer into the argument or the body (RFC 6901); empty for all of it
 * @param message as in {@code body /title must be "Walden", was "Emma"}
 */
public record Difference(String place, String name, String pointer, String keyword, String message) {
    static Difference of(Violation violation) {
        return new Difference(
                violation.place().word(),
                violation.name(),
                violation.pointer(),
                violation.keyword(),
                violation.message());
    }

    static Difference ofOperation(String keyword, String message) {
        return new Difference("operation", "", "", keyword, message);
    }
}
