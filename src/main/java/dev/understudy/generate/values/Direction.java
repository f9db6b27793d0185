package dev.understudy.generate.values;

/** Which way a value goes: properties that are {@code readOnly} or {@code writeOnly} go one way only. */
public enum Direction {
    /** From the client: nothing that is {@code readOnly}. */
    REQUEST("readOnly"),
    /** To the client: nothing that is {@code writeOnly}. */
    ANSWER("writeOnly");

    /** The keyword of properties that do not go this way. */
    final String leftOut;

    Direction(String leftOut) {
        this.leftOut = leftOut;
    }
}
