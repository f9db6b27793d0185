package dev.understudy.mocks.anyspec;

import dev.understudy.api.Preference;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Lists the honoured parts of a preference, for {@code Preference-Applied} (RFC 7240 section 3). */
final class AppliedPreference {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private AppliedPreference() {}

    /**
     * The value of the header; empty if there was no preference.
     *
     * @param made whether the body was generated from its schema
     */
    static String text(Preference preference, boolean made) {
        var applied = new StringJoiner(", ");
        if (preference.code() != null) {
            applied.add("code=" + preference.code());
        }
        if (preference.example() != null && !made) {
            applied.add("example=" + word(preference.example()));
        }
        if (preference.dynamic() && made) {
            applied.add("dynamic=true");
        }
        if (preference.seed() != null && made) {
            applied.add("seed=" + preference.seed());
        }
        return applied.toString();
    }

    private static String word(String text) {
        return TOKEN.matcher(text).matches() ? text : '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
