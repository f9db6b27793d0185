package dev.understudy.junit;

/** Thrown when a session did not have the expected calls; the message lists the closest calls and how they differ. */
public final class NotVerified extends AssertionError {
    private static final long serialVersionUID = 1;

    NotVerified(String message) {
        super(message);
    }
}
