package dev.understudy.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as RFC 5321 section 4.1.2 has them ({@code Mailbox}), in ASCII; nothing is asked of the network. */
final class EmailAddress {
    /** One part of a host name (RFC 1123 section 2.1). */
    static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"";
    private static final Pattern ADDRESS = Pattern.compile("(?<local>" + ATOM + "(?:\\." + ATOM + ")*+|" + QUOTED + ")@"
            + "(?<domain>" + LABEL + "(?:\\." + LABEL + ")*+|\\[(?<literal>[!-Z^-~]++)\\])");

    private EmailAddress() {}

    static boolean isOne(String text) {
        Matcher address = ADDRESS.matcher(text);
        return text.length() <= LONGEST_LOCAL_PART + 1 + LONGEST_DOMAIN
                && address.matches()
                && address.group("local").length() <= LONGEST_LOCAL_PART
                && address.group("domain").length() <= LONGEST_DOMAIN
                && (address.group("literal") == null || isAddress(address.group("literal")));
    }

    private static boolean isAddress(String literal) {
        return literal.startsWith("IPv6:")
                ? TextFormats.of("ipv6").test(literal.substring("IPv6:".length()))
                : TextFormats.of("ipv4").test(literal);
    }
}
