package dev.understudy.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import dev.understudy.api.text.WrittenDecimal;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Nodes for JSON numbers that are written exactly as they were read: {@code 1E1}, {@code 1.10} and {@code -0}. */
public final class NumberNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private NumberNodes() {}

    /**
     * Reads the parser's current number.
     *
     * @throws NumberFormatException if the exponent exceeds 32 bits
     */
    public static NumericNode read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Exact(WrittenDecimal.read(parser));
        }
        return switch (parser.getNumberType()) {
            case INT -> integer(parser);
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> (NumericNode) NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static NumericNode integer(JsonParser parser) throws IOException {
        int value = parser.getIntValue();
        return value == 0 && parser.getTextLength() > 1 ? new MinusZero() : NODES.numberNode(value);
    }

    /**
     * Two of these are equal only if the numbers are written in the same way, since an answer may return them as
     * written.
     */
    private static final class Exact extends DecimalNode {
        private static final long serialVersionUID = 1;

        Exact(BigDecimal value) {
            super(value);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Exact exact ? decimalValue().equals(exact.decimalValue()) : super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    /** The integer {@code -0}, which no Java integer can represent. */
    private static final class MinusZero extends BigIntegerNode {
        private static final long serialVersionUID = 1;
        private static final String TEXT = "-0";

        MinusZero() {
            super(new WrittenInteger());
        }

        @Override
        public BigDecimal decimalValue() {
            return new WrittenDecimal(TEXT);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MinusZero;
        }

        @Override
        public int hashCode() {
            return TEXT.hashCode();
        }

        private static final class WrittenInteger extends BigInteger {
            private static final long serialVersionUID = 1;

            WrittenInteger() {
                super(TEXT);
            }

            @Override
            public String toString() {
                return TEXT;
            }
        }
    }
}
