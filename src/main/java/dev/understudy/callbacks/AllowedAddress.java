package dev.understudy.callbacks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that callbacks may go to. Its name is resolved only once, so that it cannot lead elsewhere later.
 *
 * @param host in lower case, as in URLs; an IPv6 address is in brackets
 * @param port from 1 to 65535
 * @param found the resolved addresses, which are tried until one accepts a connection
 */
public record AllowedAddress(String host, int port, List<InetAddress> found) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final int MOST = 65_535;

    public AllowedAddress {
        found = List.copyOf(found);
    }

    /**
     * Parses an address of the form {@code HOST:PORT} and resolves it.
     *
     * @throws IllegalArgumentException if it has another form or cannot be resolved; the message is a sentence
     */
    public static AllowedAddress of(String text) {
        Matcher form = FORM.matcher(text);
        int port = form.matches() ? Integer.parseInt(form.group(2)) : 0;
        if (port < 1 || port > MOST) {
            throw new IllegalArgumentException("must be HOST:PORT, such as localhost:9000, was '" + text + "'");
        }
        try {
            String host = form.group(1).toLowerCase(Locale.ROOT);
            return new AllowedAddress(host, port, found(host));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must name a host that can be found, was '" + text + "'", e);
        }
    }

    /** Resolvers may return one of the addresses of localhost, both, or none (RFC 6761 section 6.3). */
    private static List<InetAddress> found(String host) throws UnknownHostException {
        return host.equals("localhost")
                ? List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"))
                : List.of(InetAddress.getAllByName(host));
    }

    boolean is(String otherHost, int otherPort) {
        return host.equalsIgnoreCase(otherHost) && port == otherPort;
    }
}
