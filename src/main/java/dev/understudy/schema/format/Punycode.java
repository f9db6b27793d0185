package dev.understudy.schema.format;

import java.util.Optional;

/** Reads labels of host names that are written in ASCII (RFC 3492). */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CHARACTER = 0x80;
    private static final int NONE = -1;

    private Punycode() {}

    /**
     * The label that this stands for, given without {@code xn--}; empty if it stands for none, or for one in ASCII
     * (section 6.2).
     */
    static Optional<String> decoded(String text) {
        int delimiter = text.lastIndexOf('-');
        var label = new StringBuilder(text.substring(0, Math.max(delimiter, 0)));
        int length = label.length();
        int bias = FIRST_BIAS;
        long character = FIRST_CHARACTER;
        long at = 0;
        int next = delimiter + 1;
        while (next < text.length()) {
            long before = at;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = next == text.length() ? NONE : digit(text.charAt(next++));
                int threshold = Math.min(Math.max(k - bias, LEAST), MOST);
                at += digit * weight;
                if (digit == NONE || at > Integer.MAX_VALUE) {
                    return Optional.empty();
                } else if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = bias(at - before, length, before == 0);
            character += at / length;
            at %= length;
            if (character > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            label.insert(label.offsetByCodePoints(0, (int) at), Character.toString((int) character));
            at++;
        }
        boolean plain = delimiter + 1 == text.length();
        return plain ? Optional.empty() : Optional.of(label.toString());
    }

    /** The letters are 0 to 25, the digits 26 to 35 (section 5). */
    private static int digit(char c) {
        int digit = Character.digit(c, BASE);
        return digit < 0 ? NONE : digit < 10 ? digit + MOST : digit - 10;
    }

    /** Section 6.1. */
    private static int bias(long difference, int length, boolean first) {
        long delta = first ? difference / DAMP : difference / 2;
        delta += delta / length;
        int k = 0;
        while (delta > (BASE - LEAST) * MOST / 2) {
            delta /= BASE - LEAST;
            k += BASE;
        }
        return (int) (k + (BASE - LEAST + 1) * delta / (delta + SKEW));
    }
}
