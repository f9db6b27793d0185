package dev.understudy.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.understudy.api.text.Printable;
import dev.understudy.api.text.Secrets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains in plain words where a text stops being valid JSON, in request bodies and in fixtures. */
public final class JsonSyntax {
    private static final Pattern CHARACTER =
            Pattern.compile("(?:Unexpected|Illegal) character \\(.*?code (\\d+)", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile("Unexpected close marker '(.)'(: no open)?");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
    private static final Pattern ESCAPE = Pattern.compile("Unrecognized character escape '(.)'");
    private static final Pattern NON_STANDARD = Pattern.compile("Non-standard token '([^']*)'");

    /** Messages of Jackson, each with what belongs at that place instead. */
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

    private static final String VALUE = "be a value";
    private static final String KEY = "be a key in double quotes";
    private static final String DIGIT = "be a digit behind the minus sign";
    private static final String OTHER_FORMAT = "YAML, CSV and other formats must be turned into JSON";

    /** Expectations that, if the first character fails them, mean that the text is not JSON at all. */
    private static final Set<String> NOT_JSON = Set.of("be JSON", VALUE, DIGIT);

    private JsonSyntax() {}

    /** Explains a parser's exception; the text begins on this line. */
    public static JsonSyntaxError of(JsonProcessingException e, JsonParser parser, int firstLine) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            // The parser has just consumed the unexpected character.
            Position place = Position.of(parser.currentLocation(), firstLine).before(1);
            return limits(message, parser.streamReadConstraints().getMaxNumberLength(), place);
        }
        Position stop = e.getLocation() == null ? Position.START : Position.of(e.getLocation(), firstLine);
        if (message.startsWith("Unexpected end-of-input")) {
            return new JsonSyntaxError(stop, "be whole", "cut off here");
        } else if (message.startsWith("Illegal character ((CTRL-CHAR, code 0)")) {
            return new JsonSyntaxError(
                    stop.before(1), "be UTF-8", "byte 0x00", "it looks like UTF-16; save it as UTF-8");
        }
        return helped(broken(message, stop, parser.getParsingContext()), parser.getParsingContext());
    }

    private static JsonSyntaxError broken(String message, Position stop, JsonStreamContext context) {
        // Jackson's position is after a sign, a zero or a backslash, but on a decimal point or an exponent's letter.
        Matcher token = NON_STANDARD.matcher(message);
        boolean behind = message.contains("numeric value:") && !message.contains("not followed by a digit");
        if (behind || message.startsWith("Unrecognized character escape")) {
            return words(message, stop.before(1), context);
        }
        return token.find()
                ? new JsonSyntaxError(stop.before(token.group(1).length()), "be JSON", token.group(1))
                : words(message, stop, context);
    }

    private static JsonSyntaxError limits(String message, int digits, Position place) {
        if (message.contains("depth")) {
            return new JsonSyntaxError(place, "be at most " + Json.MAX_DEPTH + " levels deep", "deeper");
        }
        return message.startsWith("Number")
                ? new JsonSyntaxError(place, "have numbers of at most " + digits + " digits", "longer here")
                : new JsonSyntaxError(place, "have texts of at most " + Json.MAX_STRING + " characters", "longer here");
    }

    private static JsonSyntaxError words(String message, Position place, JsonStreamContext context) {
        Matcher character = CHARACTER.matcher(message);
        Matcher token = TOKEN.matcher(message);
        Matcher escape = ESCAPE.matcher(message);
        Matcher closed = CLOSED.matcher(message);
        if (message.contains("maybe a (non-standard) comment")) {
            return new JsonSyntaxError(place, "be JSON", "a comment", "JSON has no comments");
        } else if (message.contains("plus signs")) {
            return new JsonSyntaxError(place, "be a number without a plus sign", "+");
        } else if (message.contains("Leading zeroes")) {
            return new JsonSyntaxError(place, "be a number without a zero in front", "0");
        } else if (escape.find()) {
            String got = "\\" + escape.group(1) + " in a text";
            return new JsonSyntaxError(place, "be JSON", got, "write a backslash as \\\\");
        } else if (character.find()) {
            return new JsonSyntaxError(place, "be " + wanted(message), shown(Integer.parseInt(character.group(1))));
        } else if (token.find()) {
            return new JsonSyntaxError(place, "be JSON", word(token.group(1), context));
        } else if (closed.find()) {
            String expected = closed.group(2) == null ? "be closed as it was opened" : "end before this";
            return new JsonSyntaxError(place, expected, closed.group(1));
        } else if (message.startsWith("Illegal unquoted character")) {
            return new JsonSyntaxError(place, "be JSON", "a line break or control character inside a text");
        }
        return new JsonSyntaxError(
                place, "be JSON", "broken here: " + message.lines().findFirst().orElse("unreadable"));
    }

    /** Hides words under a name such as {@code client_secret}, which a client may have sent in confidence. */
    private static String word(String word, JsonStreamContext end) {
        for (JsonStreamContext context = end; context != null; context = context.getParent()) {
            if (context.getCurrentName() != null && Secrets.isNamed(context.getCurrentName())) {
                return "a word that is not shown";
            }
        }
        return word;
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

    /** Adds a hint if the mistake is a common one. */
    private static JsonSyntaxError helped(JsonSyntaxError flaw, JsonStreamContext context) {
        // An array or object could have ended here, so a trailing comma is what demands another value.
        boolean behindComma = context.inArray()
                ? flaw.expected().equals(VALUE) && flaw.got().equals("]")
                : context.inObject()
                        && flaw.expected().equals(KEY)
                        && flaw.got().equals("}");
        if (behindComma) {
            return flaw.hint("take away the comma before it");
        }
        boolean nothingBefore = context.inRoot() && context.getEntryCount() <= 1;
        if (!nothingBefore || flaw.hint() != null || !NOT_JSON.contains(flaw.expected())) {
            return flaw;
        }
        // Jackson reads the dash of a YAML list as a minus sign.
        return flaw.expected().equals(DIGIT)
                ? new JsonSyntaxError(flaw.place(), "be JSON", "- and " + flaw.got(), OTHER_FORMAT)
                : flaw.hint(OTHER_FORMAT);
    }

    private static String wanted(String message) {
        return WANTED.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("JSON");
    }
}
