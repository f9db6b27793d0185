package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigInteger;

/** Writes integers in digits that are spelled otherwise, as 7000.0 or 7e3 (JSON Schema 2020-12, section 6.3). */
public final class WholeNumber {
    private static final int LONG_BITS = 63;

    /** What has more digits, such as 1e999999999, is too large to be written out. */
    private static final int MOST_DIGITS = 1000;

    private WholeNumber() {}

    /** The same number in digits; the value itself if it is no integer, or one of more than a thousand digits. */
    public static JsonNode inDigits(JsonNode value) {
        boolean whole = value.isFloatingPointNumber() && !isVast(value) && value.canConvertToExactIntegral();
        return whole ? digits(value.bigIntegerValue()) : value;
    }

    private static boolean isVast(JsonNode value) {
        return value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS;
    }

    /** Whether a signed integer of 64 bits holds it. */
    static boolean isLong(BigInteger number) {
        return number.bitLength() <= LONG_BITS;
    }

    private static JsonNode digits(BigInteger value) {
        return isLong(value) ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }
}
