package dev.understudy.junit;

/** A session did not have the calls that were expected; the message has those that are nearest, and how they differ. */
public final class NotVerified extends AssertionError {
    private static final long serialVersionUID = 1;

    NotVerified(String message) {
        super(message);
    }
}
