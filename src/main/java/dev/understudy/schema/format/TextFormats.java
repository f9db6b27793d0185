package dev.understudy.schema.format;

import static java.util.Map.entry;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IPv6Format;
import dev.understudy.api.text.Rfc3339;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The formats that texts are held to: those of JSON Schema 2020-12 (section 7.3) and of OpenAPI, by the validator or,
 * where that judges wrongly, by ourselves. Its others, which are in no standard, are notes. A test is made when it is
 * first asked for: together they would take a tenth of a second of each start.
 */
public final class TextFormats {
    /** These say nothing about the text. */
    private static final List<String> NOTES = List.of("password", "binary");

    /** None of the formats that the validator tests is longer. */
    private static final int LONGEST_OF_THE_VALIDATOR = 1_000;

    private static final Map<String, Supplier<Predicate<String>>> TESTS = Map.ofEntries(
            entry("date", () -> Rfc3339::isDate),
            entry("time", () -> Rfc3339::isTime),
            entry("date-time", () -> Rfc3339::isDateTime),
            entry("date-or-date-time", () -> text -> Rfc3339.isDate(text) || Rfc3339.isDateTime(text)),
            // RFC 3339 appendix A: no unit is skipped, and weeks stand alone.
            entry(
                    "duration",
                    () -> form("P(?:\\d++W|(?=\\d|T\\d)(?:\\d++Y(?:\\d++M(?:\\d++D)?)?|\\d++M(?:\\d++D)?|\\d++D)?"
                            + "(?:T(?:\\d++H(?:\\d++M(?:\\d++S)?)?|\\d++M(?:\\d++S)?|\\d++S))?)")),
            entry("email", () -> EmailAddress::isOne),
            entry("idn-email", () -> EmailAddress::isInternational),
            entry("hostname", () -> HostName::isPlain),
            entry("idn-hostname", HostName::international),
            entry("ipv4", () -> form("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}")),
            entry("ipv6", () -> ofTheValidator(new IPv6Format())),
            entry("uri", () -> UriGrammar.uri(true)::matches),
            entry("uri-reference", () -> UriGrammar.uri(false)::matches),
            entry("iri", () -> UriGrammar.iri(true)::matches),
            entry("iri-reference", () -> UriGrammar.iri(false)::matches),
            entry("uri-template", TextFormats::uriTemplate),
            entry("uuid", () -> form("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")),
            // RFC 6901 section 3.
            entry("json-pointer", () -> form("(?s)(?!.*~(?![01]))(?:/.*+)?")),
            entry("relative-json-pointer", () -> form("(?s)(?:0|[1-9][0-9]*+)(?:#|(?!.*~(?![01]))(?:/.*+)?)")),
            entry("regex", () -> EcmaPattern::isOne),
            // RFC 4648 section 4.
            entry("byte", () -> form("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")));

    private static final Map<String, Predicate<String>> MADE = new ConcurrentHashMap<>();
    private static final Set<String> NAMES = all();

    /** A format as the validator asks for it. */
    private record Asked(String name) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return of(name).test(text);
        }
    }

    private TextFormats() {}

    /** Those that are checked. */
    public static List<Format> checked() {
        return TESTS.keySet().stream().<Format>map(Asked::new).toList();
    }

    /** The names that a contract may use, in their order. */
    public static Set<String> names() {
        return NAMES;
    }

    private static Set<String> all() {
        var names = new TreeSet<>(TESTS.keySet());
        names.addAll(NOTES);
        return Collections.unmodifiableSet(names);
    }

    /** Whether there are texts that do not have it. */
    public static boolean isChecked(String name) {
        return TESTS.containsKey(name);
    }

    /** Whether a text has this format; every text has one that is not checked. */
    public static Predicate<String> of(String name) {
        Supplier<Predicate<String>> maker = TESTS.get(name);
        return maker == null ? text -> true : MADE.computeIfAbsent(name, any -> tried(maker.get()));
    }

    /** Java's engine recurses over repeated groups. What cannot be tried is not let through. */
    private static Predicate<String> tried(Predicate<String> test) {
        return text -> {
            try {
                return test.test(text);
            } catch (StackOverflowError e) {
                return false;
            }
        };
    }

    private static Predicate<String> ofTheValidator(Format format) {
        // It does not look at the execution.
        return text -> text.length() <= LONGEST_OF_THE_VALIDATOR && format.matches(null, text);
    }

    private static Predicate<String> form(String expression) {
        return Pattern.compile(expression).asMatchPredicate();
    }

    /** RFC 6570 section 2. */
    private static Predicate<String> uriTemplate() {
        String name = "(?:\\w|%[0-9A-Fa-f]{2})(?:\\.?(?:\\w|%[0-9A-Fa-f]{2}))*+(?::[1-9]\\d{0,3}|\\*)?";
        return form("(?:[^\\p{Cntrl} \"%<>\\\\^`{|}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?" + name + "(?:," + name
                + ")*+\\})*+");
    }
}
