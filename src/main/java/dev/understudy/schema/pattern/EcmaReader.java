package dev.understudy.schema.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an expression of ECMA-262 from left to right, character by character. */
public final class EcmaReader {
    private static final Pattern COUNTS = Pattern.compile("\\d+(,\\d*)?\\}");
    private static final Pattern UNIT = Pattern.compile("[0-9A-Fa-f]{4}");
    private static final Pattern BYTE = Pattern.compile("[0-9A-Fa-f]{2}");
    private static final Pattern CODE_POINT = Pattern.compile("\\{0*[0-9A-Fa-f]{1,6}\\}");
    private static final Pattern LOW_SURROGATE = Pattern.compile("\\\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}");

    private final String expression;
    private int at;

    public EcmaReader(String expression) {
        this.expression = expression;
    }

    String expression() {
        return expression;
    }

    public boolean hasNext() {
        return at < expression.length();
    }

    public int next() {
        if (!hasNext()) {
            throw fault("Unexpected end");
        }
        int c = expression.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    public boolean startsWith(String text) {
        return expression.startsWith(text, at);
    }

    public boolean take(String text) {
        boolean taken = startsWith(text);
        at += taken ? text.length() : 0;
        return taken;
    }

    /** What stands before the next such character; both are read. */
    public String until(char end) {
        int found = expression.indexOf(end, at);
        if (found <= at) {
            throw fault("Missing name or '" + end + "'");
        }
        String text = expression.substring(at, found);
        at = found + 1;
        return text;
    }

    /** The rest of a quantifier such as {@code 2,3}}, whose brace is read; empty if it is none. */
    public String counts() {
        return matched(COUNTS);
    }

    /** The number whose first digit is read. */
    public int number(int first) {
        int number = first;
        while (hasNext() && Character.digit(expression.charAt(at), 10) >= 0 && number < 10_000) {
            number = number * 10 + next() - '0';
        }
        return number;
    }

    /** The character that an escape means, whose first character is read. */
    public int escaped(int c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0xB;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '0' -> zero();
            case 'c' -> control();
            case 'x' -> Integer.parseInt(needed(BYTE), 16);
            case 'u' -> unicode();
            default -> {
                if (c < 0x80 && Character.isLetterOrDigit(c)) {
                    throw fault("ECMA-262 has no escape \\" + Character.toString(c));
                }
                yield c;
            }
        };
    }

    private int zero() {
        if (hasNext() && Character.digit(expression.charAt(at), 10) >= 0) {
            throw fault("A digit after \\0");
        }
        return 0;
    }

    private int control() {
        int letter = next();
        if (letter >= 0x80 || !Character.isLetter(letter)) {
            throw fault("No letter after \\c");
        }
        return letter % 32;
    }

    private int unicode() {
        String braced = matched(CODE_POINT);
        if (!braced.isEmpty()) {
            int point = Integer.parseInt(braced.substring(1, braced.length() - 1), 16);
            if (point > Character.MAX_CODE_POINT) {
                throw fault("No such character");
            }
            return point;
        }
        int unit = Integer.parseInt(needed(UNIT), 16);
        String low = Character.isHighSurrogate((char) unit) ? matched(LOW_SURROGATE) : "";
        return low.isEmpty() ? unit : Character.toCodePoint((char) unit, (char) Integer.parseInt(low.substring(2), 16));
    }

    private String needed(Pattern form) {
        String found = matched(form);
        if (found.isEmpty()) {
            throw fault("Missing digits of an escape");
        }
        return found;
    }

    private String matched(Pattern form) {
        Matcher matcher = form.matcher(expression).region(at, expression.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /** What to throw where the expression is wrong. */
    public PatternSyntaxException fault(String why) {
        return new PatternSyntaxException(why, expression, at);
    }
}
