package dev.understudy.mocks.anyspec.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a filter.
 *
 * @param at the number of its first character, from 1
 */
record Token(Kind kind, String text, int at) {
    private static final Pattern PIECE = Pattern.compile(
            """
            \\s+
            |(?<TEXT>(?:[A-Za-z][\\w.]*)?'(?:[^']|'')*+')
            |(?<GUID>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\\w-]))
            |(?<UNSIGNED>\\d{4}-\\d\\d-\\d\\d[Tt][\\d:.]+\\ \\d\\d:\\d\\d)
            |(?<TIME>\\d{4}-\\d\\d-\\d\\d(?:[Tt][\\d:.]+(?:[Zz]|[+-]\\d\\d:\\d\\d)?)?(?![\\w-]))
            |(?<CLOCK>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?![\\w:-]))
            |(?<NUMBER>[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,4})?(?![\\w.-]))
            |(?<WORD>[\\p{L}_$@][\\p{L}\\p{N}_$@.-]*(?:/[\\p{L}_$@][\\p{L}\\p{N}_$@.-]*)*+)
            |(?<SIGN>[(),])
            |(?<OTHER>.)
            """,
            Pattern.COMMENTS | Pattern.DOTALL);

    enum Kind {
        TEXT,
        GUID,
        /** A time whose plus sign was not encoded, and so arrived as a space. */
        UNSIGNED,
        TIME,
        /** A time of day. */
        CLOCK,
        NUMBER,
        /** A property, an operator, a function, null, true or false. */
        WORD,
        SIGN,
        OTHER,
        END
    }

    /** The tokens of the filter, followed by one that marks its end. */
    static List<Token> of(String filter) {
        var tokens = new ArrayList<Token>();
        Matcher piece = PIECE.matcher(filter);
        while (piece.find()) {
            for (Kind kind : Kind.values()) {
                if (kind != Kind.END && piece.group(kind.name()) != null) {
                    tokens.add(new Token(kind, piece.group(), piece.start() + 1));
                }
            }
        }
        tokens.add(new Token(Kind.END, "", filter.length() + 1));
        return tokens;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is this word; the case of OData's own words does not matter (4.01, part 2, 5.1.1). */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
