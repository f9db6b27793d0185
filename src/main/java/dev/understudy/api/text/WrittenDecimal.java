package dev.understudy.api.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number whose text differs from the one that {@link BigDecimal} would produce, such as {@code 1E1} or
 * {@code 0.0000001}. It equals only numbers with the same text, so the two are never shared; it is ordered by value.
 */
public final class WrittenDecimal extends BigDecimal {
    private static final long serialVersionUID = 1;

    /**
     * BigDecimal writes a number without an exponent if its scale is not negative and its adjusted exponent is at least
     * this.
     */
    private static final int PLAIN = -6;

    private final String text;

    public WrittenDecimal(String text) {
        super(text);
        this.text = text;
    }

    /**
     * Reads the parser's current number, which has a decimal point or an exponent; gives a plain BigDecimal if that
     * writes the same text.
     */
    public static BigDecimal read(JsonParser parser) throws IOException {
        BigDecimal plain = parser.getDecimalValue();
        return isWrittenPlainly(parser, plain) || plain.toString().equals(parser.getText())
                ? plain
                : new WrittenDecimal(parser.getText());
    }

    /** Most numbers are written plainly, and no text is created for them. */
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
