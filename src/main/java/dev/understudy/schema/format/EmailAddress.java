package dev.understudy.schema.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as RFC 5321 section 4.1.2 defines them ({@code Mailbox}); nothing is asked of the network. */
final class EmailAddress {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"";
    private static final Pattern ADDRESS = Pattern.compile("(?<local>" + ATOM + "(?:\\." + ATOM + ")*+|" + QUOTED + ")@"
            + "(?<domain>" + HostName.LABEL + "(?:\\." + HostName.LABEL + ")*+|\\[(?<literal>[!-Z^-~]++)\\])");

    private EmailAddress() {}

    /** In ASCII. */
    static boolean isOne(String text) {
        Matcher address = ADDRESS.matcher(text);
        return text.length() <= LONGEST_LOCAL_PART + 1 + LONGEST_DOMAIN
                && address.matches()
                && address.group("local").length() <= LONGEST_LOCAL_PART
                && address.group("domain").length() <= LONGEST_DOMAIN
                && (address.group("literal") == null || isAddress(address.group("literal")));
    }

    /** With any character beyond ASCII where a letter may stand (RFC 6531 section 3.3). */
    static boolean isInternational(String text) {
        int at = Math.max(text.lastIndexOf('@'), 0);
        // The local part is counted in octets, the labels of the domain in characters.
        String local = new String(text.substring(0, at).getBytes(UTF_8), ISO_8859_1);
        return isOne(lettered(local) + lettered(text.substring(at)));
    }

    private static String lettered(String text) {
        return text.replaceAll("[^\\x00-\\x7f]", "x");
    }

    private static boolean isAddress(String literal) {
        return literal.startsWith("IPv6:")
                ? TextFormats.of("ipv6").test(literal.substring("IPv6:".length()))
                : TextFormats.of("ipv4").test(literal);
    }
}
