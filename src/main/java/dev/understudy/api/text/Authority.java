package dev.understudy.api.text;

import java.util.Locale;

/** What a request is addressed to: a host, and maybe a port behind it (RFC 3986 section 3.2). */
public final class Authority {
    private static final String LOCALHOST = "localhost";

    private Authority() {}

    /** The host in small letters, without port and without the dot that ends a full name; IPv6 in brackets. */
    public static String host(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        if (colon >= 0 && !lower.startsWith("[") && lower.indexOf(':', colon + 1) >= 0) {
            return "[" + lower + "]";
        }
        String name = withoutPort(lower);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        for (int i = colon + 1; i < authority.length(); i++) {
            if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
                return authority;
            }
        }
        return colon < 0 ? authority : authority.substring(0, colon);
    }

    /** Whether a host, as {@link #host} has it, is this machine to itself, whatever else it is called. */
    public static boolean isThisMachine(String host) {
        return host.equals(LOCALHOST)
                || host.endsWith("." + LOCALHOST)
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
