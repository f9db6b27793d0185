package dev.understudy.openapi.jsonpath;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words of a JSONPath from left to right. */
final class Scanner {
    private static final Pattern BLANKS = Pattern.compile("[ \t\n\r]*");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][-A-Za-z0-9_\\x{80}-\\x{10FFFF}]*");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** Whether this comes next; if so, it is behind us. */
    boolean take(String word) {
        boolean next = isNext(word);
        at += next ? word.length() : 0;
        return next;
    }

    boolean isNext(String word) {
        return text.startsWith(word, at);
    }

    void expect(String word) throws BadPath {
        if (!take(word)) {
            throw wrong("\"" + word + "\"");
        }
    }

    void end() throws BadPath {
        if (at < text.length()) {
            throw wrong("its end, \".\" or \"[\"");
        }
    }

    void blanks() {
        matched(BLANKS);
    }

    /** The blanks before this word are only behind us if it is there. */
    boolean takeAfterBlanks(String word) {
        int before = at;
        blanks();
        if (take(word)) {
            return true;
        }
        at = before;
        return false;
    }

    String name() throws BadPath {
        String name = matched(NAME);
        if (name.isEmpty()) {
            throw wrong("a name, \"*\" or \"[\"");
        }
        return name;
    }

    boolean isInteger() {
        return text.startsWith("-", at) || (at < text.length() && Character.isDigit(text.charAt(at)));
    }

    long integer() throws BadPath {
        String digits = matched(INTEGER);
        if (digits.isEmpty() || (digits.length() < 16 && isInteger())) {
            throw wrong("a whole number");
        }
        return Long.parseLong(digits);
    }

    /** The text that the pattern matches here, which is behind us then; empty if it matches none. */
    String matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    boolean isQuote() {
        return isNext("'") || isNext("\"");
    }

    /** A name or a text in quotes (RFC 9535 section 2.3.1.1). */
    String quoted() throws BadPath {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("no control character before this");
            }
            value.append(c == '\\' ? escaped(quote) : c);
        }
        expect(String.valueOf(quote));
        return value.toString();
    }

    private char escaped(char quote) throws BadPath {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int plain = "bfnrt/\\".indexOf(c);
        if (plain >= 0) {
            return "\b\f\n\r\t/\\".charAt(plain);
        } else if (c == quote) {
            return c;
        } else if (c == 'u'
                && at + 4 <= text.length()
                && text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw wrong("an escape such as \\n or \\u00e4 before this");
    }

    BadPath wrong(String expected) {
        return new BadPath(at, expected);
    }
}
