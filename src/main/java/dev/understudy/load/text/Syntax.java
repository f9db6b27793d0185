package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.understudy.api.Json;
import dev.understudy.api.Position;
import dev.understudy.api.Printable;
import dev.understudy.api.Violation;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words where text stops being JSON. */
final class Syntax {
    private static final String RULE = "syntax";
    private static final Pattern CHARACTER =
            Pattern.compile("(?:Unexpected|Illegal) character \\(.*?code (\\d+)", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile("Unexpected close marker '(.)'");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
    private static final Pattern ESCAPE = Pattern.compile("Unrecognized character escape '(.)'");
    private static final Pattern NON_STANDARD = Pattern.compile("Non-standard token '([^']*)'");

    /** What Jackson says, and what belongs there. */
    private static final Map<String, String> WANTED = Map.of(
            "follow minus sign", "a digit behind the minus sign",
            "Decimal point not followed", "a digit behind the point",
            "Exponent indicator not followed", "a digit behind the exponent's letter",
            "separate Array entries", "a comma or ]",
            "separate Object entries", "a comma or }",
            "start field name", "a key in double quotes",
            "colon to separate", "a colon",
            "expected a value", "a value",
            "expected a valid value", "a value");

    private static final String OTHER_FORMAT = "YAML, CSV and other formats must be turned into JSON";
    private static final String DIGIT = "be a digit behind the minus sign";

    /** Said of the first character of a file that is something else altogether. */
    private static final Set<String> NOT_JSON = Set.of("be JSON", "be a value", DIGIT);

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
        return helped(broken(message, stop), parser);
    }

    private static Finding broken(String message, Position stop) {
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
        Matcher closed = CLOSED.matcher(message);
        if (message.contains("maybe a (non-standard) comment")) {
            return finding("be JSON", "a comment").hint("JSON has no comments");
        } else if (message.contains("plus signs")) {
            return finding("be a number without a plus sign", "+");
        } else if (message.contains("Leading zeroes")) {
            return finding("be a number without a zero in front", "0");
        } else if (escape.find()) {
            return finding("be JSON", "\\" + escape.group(1) + " in a text").hint("write a backslash as \\\\");
        } else if (character.find()) {
            return finding("be " + wanted(message), shown(Integer.parseInt(character.group(1))));
        } else if (token.find()) {
            return finding("be JSON", token.group(1));
        } else if (closed.find()) {
            return finding("be closed as it was opened", closed.group(1));
        } else if (message.startsWith("Illegal unquoted character")) {
            return finding("be JSON", "a line break or control character inside a text");
        }
        return finding("be JSON", "broken here: " + message.lines().findFirst().orElse("unreadable"));
    }

    private static String shown(int character) {
        if (Character.isSurrogate((char) character)) {
            return "a character beyond U+FFFF";
        }
        return switch (character) {
            case ' ' -> "a space";
            case '\t' -> "a tab";
            case '\n', '\r' -> "a line break";
            default -> isSeen(character) ? Character.toString(character) : "the invisible U+%04X".formatted(character);
        };
    }

    private static boolean isSeen(int character) {
        return Printable.text(Character.toString(character)).length() <= 2 && !Character.isSpaceChar(character);
    }

    /** What may help somebody whose file stops being JSON there. */
    private static Finding helped(Finding finding, JsonParser parser) {
        JsonStreamContext context = parser.getParsingContext();
        String expected = finding.violation().expected().text();
        String got = finding.violation().got();
        boolean end = got.equals("]") || got.equals("}");
        if (end && (expected.equals("be a value") || expected.equals("be a key in double quotes"))) {
            return finding.hint("take away the comma before it");
        }
        boolean nothingBefore = context.inRoot() && context.getEntryCount() <= 1;
        if (!nothingBefore || finding.hint() != null || !NOT_JSON.contains(expected)) {
            return finding;
        }
        // Jackson takes the dash of a list in YAML for a minus sign.
        Violation other =
                expected.equals(DIGIT) ? finding("be JSON", "- and " + got).violation() : finding.violation();
        return new Finding(finding.record(), other, finding.at(), OTHER_FORMAT, null);
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
