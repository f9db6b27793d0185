package dev.understudy.schema.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URIs and IRIs to the letter of RFC 3986 appendix A and RFC 3987 section 2.2.
 *
 * @param form the whole, with the parts that are looked at further
 * @param absolute whether it must have a scheme
 */
record UriGrammar(Pattern form, boolean absolute) {
    private static final String BEYOND_ASCII =
            "\\x{a0}-\\x{d7ff}\\x{f900}-\\x{fdcf}\\x{fdf0}-\\x{ffef}\\x{10000}-\\x{1fffd}\\x{20000}-\\x{2fffd}"
                    + "\\x{30000}-\\x{3fffd}\\x{40000}-\\x{4fffd}\\x{50000}-\\x{5fffd}\\x{60000}-\\x{6fffd}"
                    + "\\x{70000}-\\x{7fffd}\\x{80000}-\\x{8fffd}\\x{90000}-\\x{9fffd}\\x{a0000}-\\x{afffd}"
                    + "\\x{b0000}-\\x{bfffd}\\x{c0000}-\\x{cfffd}\\x{d0000}-\\x{dfffd}\\x{e1000}-\\x{efffd}";
    private static final String PRIVATE = "\\x{e000}-\\x{f8ff}\\x{f0000}-\\x{ffffd}\\x{100000}-\\x{10fffd}";
    private static final Pattern HALF_ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern OF_THE_FUTURE = Pattern.compile("[Vv][0-9A-Fa-f]++\\.[A-Za-z0-9._~!$&'()*+,;=:-]++");

    static UriGrammar uri(boolean absolute) {
        return new UriGrammar(form("", ""), absolute);
    }

    static UriGrammar iri(boolean absolute) {
        return new UriGrammar(form(BEYOND_ASCII, PRIVATE), absolute);
    }

    boolean matches(String text) {
        Matcher parts = form.matcher(text);
        return !HALF_ENCODED.matcher(text).find()
                && parts.matches()
                && (parts.group("scheme") != null || !absolute)
                && (parts.group("literal") == null || isAddress(parts.group("literal")));
    }

    private static boolean isAddress(String literal) {
        return TextFormats.of("ipv6").test(literal)
                || OF_THE_FUTURE.matcher(literal).matches();
    }

    /** Without a scheme the first step of a path may have no colon. */
    private static Pattern form(String letters, String inQuery) {
        String plain = "%A-Za-z0-9._~!$&'()*+,;=" + letters + "-";
        String host = "(?:\\[(?<literal>[^]]*+)]|[" + plain + "]*+)";
        String authority = "//(?:[:" + plain + "]*+@)?" + host + "(?::[0-9]*+)?";
        String path = "[/:@" + plain + "]*+";
        return Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*+):|(?![^/?#:]*+:))"
                + "(?:" + authority + "(?:/" + path + ")?|(?!//)" + path + ")"
                + "(?:\\?[/?:@" + inQuery + plain + "]*+)?"
                + "(?:#[/?:@" + plain + "]*+)?");
    }
}
