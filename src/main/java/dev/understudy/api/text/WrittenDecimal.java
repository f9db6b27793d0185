package dev.understudy.api.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number whose text is not the one that {@link BigDecimal} would give it, such as {@code 1E1} or {@code 0.0000001}.
 * It is equal only to one with the same text, so that it is never shared with another; it is compared by its value.
 */
public final class WrittenDecimal extends BigDecimal {
    private static final long serialVersionUID = 1;

    /** From this exponent on, a BigDecimal without a negative scale is written without one. */
    private static final int PLAIN = -6;

    private final String text;

    public WrittenDecimal(String text) {
        super(text);
        this.text = text;
    }

    /**
     * The number that the parser is at, which is written with a point or an exponent; a plain one where that will do.
     */
    public static BigDecimal read(JsonParser parser) throws IOException {
        BigDecimal plain = parser.getDecimalValue();
        return isWrittenPlainly(parser, plain) || plain.toString().equals(parser.getText())
                ? plain
                : new WrittenDecimal(parser.getText());
    }

    /** Most numbers are; of these no text need be made. */
    private static boolean isWrittenPlainly(JsonParser parser, BigDecimal plain) throws IOException {
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        boolean minusZero = plain.signum() == 0 && text[from] == '-';
        if (minusZero || plain.scale() < 0 || plain.precision() - plain.scale() - 1 < PLAIN) {
            return false;
        }
        for (int i = from + parser.getTextLength() - 1; i > from; i--) {
            if (text[i] == 'e' || text[i] == 'E') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrittenDecimal written && text.equals(written.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
