package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/** A value that keeps its schema and does not fit its Java type, such as ten digits in 32 bits. */
public final class UnrepresentableValue extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private String pointer = "";

    /** For the value that is being bound; the keys and indexes around it are added on the way out. */
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

    /** Where it is in the whole that was bound, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    @Override
    public String getMessage() {
        return pointer + " must be a value that this server can hold";
    }
}
