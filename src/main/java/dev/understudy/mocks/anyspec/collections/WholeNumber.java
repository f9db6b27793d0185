package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigInteger;

/** Writes integers such as 7000.0 or 7e3 as plain digits (JSON Schema 2020-12, section 6.3). */
public final class WholeNumber {
    private static final int LONG_BITS = 63;

    /** A number with more digits, such as 1e999999999, is too large to be written out. */
    private static final int MOST_DIGITS = 1000;

    private WholeNumber() {}

    /** The number in plain digits; unchanged if it is not an integer, or has more than a thousand digits. */
    public static JsonNode inDigits(JsonNode value) {
        boolean whole = value.isFloatingPointNumber() && !isVast(value) && value.canConvertToExactIntegral();
        return whole ? digits(value.bigIntegerValue()) : value;
    }

    private static boolean isVast(JsonNode value) {
        return value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS;
    }

    /** Whether it fits into a signed 64-bit integer. */
    static boolean isLong(BigInteger number) {
        return number.bitLength() <= LONG_BITS;
    }

    private static JsonNode digits(BigInteger value) {
        return isLong(value) ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
