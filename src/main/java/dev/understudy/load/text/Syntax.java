package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.understudy.api.Json;
import dev.understudy.api.Position;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words where text stops being JSON. */
final class Syntax {
    private static final String RULE = "syntax";
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)' \\(code (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
    private static final Pattern ESCAPE = Pattern.compile("Unrecognized character escape '(.)'");
    private static final Pattern NON_STANDARD = Pattern.compile("Non-standard token '([^']*)'");

    /** What Jackson says, and what belongs there. */
    private static final Map<String, String> WANTED = Map.of(
            "separate Array entries", "a comma or ]",
            "separate Object entries", "a comma or }",
            "start field name", "a key in double quotes",
            "colon to separate", "a colon",
            "expected a value", "a value",
            "expected a valid value", "a value");

    private Syntax() {}

    /** What the parser, which reads a text that begins with this line, stopped at. */
    static Finding of(JsonProcessingException e, JsonParser parser, int firstLine) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            // The parser has just taken the character that is too much.
            return limits(message)
                    .at(Position.of(parser.currentLocation(), firstLine).before(1));
        }
        Position stop = e.getLocation() == null ? Position.START : Position.of(e.getLocation(), firstLine);
        if (message.startsWith("Unexpected end-of-input")) {
            return finding("be whole", "cut off here").at(stop);
        } else if (message.startsWith("Illegal character ((CTRL-CHAR, code 0)")) {
            return finding("be UTF-8", "byte 0x00")
                    .hint("it looks like UTF-16; save it as UTF-8")
                    .at(stop.before(1));
        }
        // Jackson points behind the one kind of token and in front of the other.
        Matcher token = NON_STANDARD.matcher(message);
        if (message.contains("numeric value:") || message.startsWith("Unrecognized character escape")) {
            return words(message).at(stop.before(1));
        }
        return token.find()
                ? finding("be JSON", token.group(1))
                        .at(stop.before(token.group(1).length()))
                : words(message).at(stop);
    }

    private static Finding limits(String message) {
        if (message.contains("depth")) {
            return finding("be at most " + Json.MAX_DEPTH + " levels deep", "deeper");
        }
        return message.startsWith("Number")
                ? finding("have numbers of at most " + Json.MAX_DIGITS + " digits", "longer here")
                : finding("have texts of at most " + Json.MAX_STRING + " characters", "longer here");
    }

    private static Finding words(String message) {
        Matcher character = CHARACTER.matcher(message);
        Matcher token = TOKEN.matcher(message);
        Matcher escape = ESCAPE.matcher(message);
        if (message.contains("maybe a (non-standard) comment")) {
            return finding("be JSON", "a comment").hint("JSON has no comments");
        } else if (message.contains("plus signs")) {
            return finding("be a number without a plus sign", "+");
        } else if (message.contains("Leading zeroes")) {
            return finding("be a number without a zero in front", "0");
        } else if (escape.find()) {
            return finding("be JSON", "\\" + escape.group(1) + " in a text").hint("write a backslash as \\\\");
        } else if (character.find()) {
            return unexpected(character.group(1), wanted(message));
        } else if (token.find()) {
            return finding("be JSON", token.group(1));
        } else if (message.startsWith("Illegal unquoted character")) {
            return finding("be JSON", "a line break or control character inside a text");
        }
        return finding("be JSON", "broken here: " + message.lines().findFirst().orElse("unreadable"));
    }

    private static Finding unexpected(String character, String wanted) {
        Finding finding = finding("be " + wanted, character);
        boolean end = character.equals("]") || character.equals("}");
        return end ? finding.hint("take away the comma before it") : finding;
    }

    private static String wanted(String message) {
        return WANTED.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("JSON");
    }

    private static Finding finding(String expected, String got) {
        // No pointer: what the place would be called is what cannot be read.
        return Finding.of(Spot.FILE, RULE, expected, got);
    }
}
