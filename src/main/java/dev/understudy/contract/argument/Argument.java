package dev.understudy.contract.argument;

import dev.understudy.api.Violation.Place;

/** Something that an operation takes besides its body. */
public sealed interface Argument permits Parameter, CommaList, Styled, ContentParameter, QueryString {
    Place place();

    String name();

    /** Whether a call must have it. */
    boolean required();

    /** Where the schema of its value is; empty if any value will do. */
    String schema();

    /** The value that was received, its default if there was none, or what is wrong with it. */
    Decoded read(Received received);
}
