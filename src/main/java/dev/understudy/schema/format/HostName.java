package dev.understudy.schema.format;

import com.networknt.schema.format.IdnHostnameFormat;
import java.net.IDN;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts: in ASCII (RFC 1123 section 2.1), or in the letters of all scripts (RFC 5890). */
final class HostName {
    /** One part of a name (RFC 1123 section 2.1). */
    static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final int LONGEST = 253;
    private static final Pattern ASCII =
            Pattern.compile("(?=.{1," + LONGEST + "}$)" + LABEL + "(?:\\." + LABEL + ")*+");
    private static final Pattern PUNYCODE = Pattern.compile("(?i)\\bxn--([a-z0-9-]*+)");

    /** Between the separators that RFC 3490 section 3.1 has. */
    private static final Pattern EMPTY_LABEL =
            Pattern.compile("(?:^|[.\u3002\uff0e\uff61])(?:[.\u3002\uff0e\uff61]|\\z)");

    private HostName() {}

    /** In ASCII; a label in Punycode must stand for a label (RFC 5890 section 2.3.2.1). */
    static boolean isPlain(String text) {
        return ASCII.matcher(text).matches()
                && (!PUNYCODE.matcher(text).find()
                        || TextFormats.of("idn-hostname").test(text));
    }

    /** In any letters. The validator looks at each label as it is written in letters, and at nothing else. */
    static Predicate<String> international() {
        var labels = new IdnHostnameFormat();
        // It does not look at the execution.
        return text -> text.length() <= LONGEST
                && !EMPTY_LABEL.matcher(text).find()
                && labels.matches(null, inLetters(text))
                && lengthInAscii(text) <= LONGEST;
    }

    /** What stands for no label stays, and is refused as a label that has hyphens in the third and fourth place. */
    private static String inLetters(String text) {
        return PUNYCODE.matcher(text)
                .replaceAll(label -> Matcher.quoteReplacement(
                        Punycode.decoded(label.group(1)).orElse(label.group())));
    }

    private static int lengthInAscii(String text) {
        try {
            return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).length();
        } catch (IllegalArgumentException e) {
            // A letter that came after Unicode 3.2, which this method of the JDK stays with.
            return text.length();
        }
    }
}
