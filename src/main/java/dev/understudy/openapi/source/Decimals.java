package dev.understudy.openapi.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers with a fraction or an exponent, as files write them. */
final class Decimals {
    /** What is wrong with a number that is none of ours. */
    static final String VAST = "a number must have an exponent of at most four digits";

    private static final Pattern EXPONENT = Pattern.compile("[^eE]*([eE][-+]?0*[0-9]{0,4})?");

    private Decimals() {}

    /** The number; empty if its exponent would make it larger than any use of it. */
    static Optional<BigDecimal> of(String text) {
        return EXPONENT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
