package dev.understudy.api.text;

import java.util.Locale;

/** The authority of a request: a host and an optional port (RFC 3986 section 3.2). */
public final class Authority {
    private static final String LOCALHOST = "localhost";

    private Authority() {}

    /** The host in lower case, without the port and the trailing dot of a full name; IPv6 addresses are in brackets. */
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

    /**
     * Whether a host, in the form of {@link #host}, is a loopback name or address, and so always means this machine.
     */
    public static boolean isThisMachine(String host) {
        return host.equals(LOCALHOST)
                || host.endsWith("." + LOCALHOST)
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
