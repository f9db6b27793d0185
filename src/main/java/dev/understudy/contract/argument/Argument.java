package dev.understudy.contract.argument;

import dev.understudy.api.Violation.Place;

/** Something that an operation takes besides its body. */
public sealed interface Argument permits Parameter, CommaList, StyledParameter, ContentParameter, QueryString {
    Place place();

    String name();

    /** Whether a call must have it. */
    boolean required();

    /** Where the schema of its value is; empty if any value will do. */
    String schema();

    /** Whether that is the schema of each of its items, and not of the list of them. */
    default boolean listed() {
        return false;
    }

    /** Whether each call that keeps the contract has a value of it: one that is given, or its default. */
    default boolean always() {
        return required() || read(RawArguments.NOTHING).value() != null;
    }

    /** The value that was received, its default if there was none, or what is wrong with it. */
    Decoded read(RawArguments received);
}
