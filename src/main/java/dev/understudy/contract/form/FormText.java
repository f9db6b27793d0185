package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.text.Percent;

/** Texts in the percent-encoding of forms. */
final class FormText {
    private static final String ESCAPED = "%+&#";

    private FormText() {}

    /** A text whose delimiters stay as they are: the comma, the pipe, brackets and the equals sign. */
    static String encoded(String text) {
        return encoded(text.getBytes(UTF_8), ESCAPED);
    }

    /** A text in which nothing has a meaning. */
    static String escaped(String text) {
        return encoded(text.getBytes(UTF_8), "%+&#=,|[]\"'<>\\^`{}");
    }

    /** A body in which bytes that are no ASCII stand for themselves, as browsers and curl read and send them. */
    static String ascii(byte[] body) {
        return encoded(body, "");
    }

    /** The way back. */
    static String decoded(String text) {
        return Percent.decode(text, true).orElseThrow();
    }

    private static String encoded(byte[] bytes, String escaped) {
        var text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            boolean plain = each > ' ' && each < 0x7f && escaped.indexOf(each) < 0;
            if (plain || escaped.isEmpty() && each >= 0) {
                text.append((char) each);
            } else {
                text.append("%%%02X".formatted(each & 0xff));
            }
        }
        return text.toString();
    }
}
