package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for a value that is valid against its schema but does not fit its Java type, such as ten digits in 32 bits.
 */
public final class UnrepresentableValue extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private String pointer = "";

    /** For the value that is being bound; callers add the keys and indexes around it as the exception passes. */
    public UnrepresentableValue() {
        this(null);
    }

    UnrepresentableValue(@Nullable Throwable cause) {
        super(cause);
    }

    UnrepresentableValue inside(String step) {
        pointer = Pointers.child("", step) + pointer;
        return this;
    }

    /** The JSON pointer to the value within the whole that was bound. */
    public String pointer() {
        return pointer;
    }

    @Override
    public String getMessage() {
        return pointer + " must be a value that this server can hold";
    }
}
