package dev.understudy.contract.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header Prefer (RFC 7240 section 2). Of a preference that is there twice the first counts; its parameters are
 * passed over. What is malformed has the value that nobody can mean by it: all that stands behind the name.
 */
public final class PreferHeader {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** In place of a value, a server that is strict would want a token; names of examples have blanks and slashes. */
    private static final Pattern PREFERENCE = Pattern.compile(
            "(" + TOKEN + ")(?:[ \\t]*=[ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\";]*+)))?[ \\t]*(?:;.*)?",
            Pattern.DOTALL);

    private static final Pattern MALFORMED = Pattern.compile("(" + TOKEN + ")=?(.*)", Pattern.DOTALL);

    private PreferHeader() {}

    /** The values by the names of the preferences in small letters; a preference without a value has the empty one. */
    public static Map<String, String> read(List<String> lines) {
        var preferences = new LinkedHashMap<String, String>();
        for (String line : lines) {
            for (String member : HeaderList.split(line)) {
                Matcher preference = PREFERENCE.matcher(member);
                Matcher malformed = MALFORMED.matcher(member);
                if (preference.matches()) {
                    preferences.putIfAbsent(name(preference), value(preference));
                } else if (malformed.matches()) {
                    preferences.putIfAbsent(name(malformed), malformed.group(2));
                }
            }
        }
        return preferences;
    }

    private static String name(Matcher preference) {
        return preference.group(1).toLowerCase(Locale.ROOT);
    }

    private static String value(Matcher preference) {
        if (preference.group(2) != null) {
            return preference.group(2).replaceAll("(?s)\\\\(.)", "$1");
        }
        return preference.group(3) == null ? "" : preference.group(3).strip();
    }
}
