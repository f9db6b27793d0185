package dev.understudy.openapi.source;

/** How much a {@link Finding} takes away. */
public enum Level {
    /** It cannot be meant: what it touches is not served. */
    FAULT,
    /** It is lawful, and we cannot keep it: what it touches is not served. */
    GAP,
    /** It is lawful or has a plain meaning, but has no effect, or not the effect that most people expect. */
    HINT;

    /** Whether an operation that such a finding touches is not served. */
    public boolean stops() {
        return this != HINT;
    }
}
