package dev.understudy.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names that requests may be addressed to. A web page of anybody's can make its own name point to this machine; the
 * browser still sends that name, and it is not one of ours.
 */
final class Names {
    private final boolean all;
    private final Set<String> allowed = new HashSet<>();

    Names(String host, List<String> more) {
        this.all = more.contains("*") || !onlyThisMachine(host);
        allowed.addAll(Set.of("localhost", "[::1]", bare(host)));
        more.forEach(name -> allowed.add(bare(name)));
    }

    /** Whether this Host, or authority, with or without a port, is a name of ours. */
    boolean allow(String authority) {
        if (all) {
            return true;
        }
        String name = bare(authority);
        return allowed.contains(name) || name.endsWith(".localhost") || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** In small letters, without port and without the dot that ends a full name. */
    private static String bare(String authority) {
        String name = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        boolean bareIpv6 = authority.indexOf(':') != authority.lastIndexOf(':') && !authority.startsWith("[");
        return bareIpv6 ? "[" + authority.toLowerCase(Locale.ROOT) + "]" : name.replaceFirst("\\.$", "");
    }

    private static boolean onlyThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Nobody will listen there; whoever starts the server says so.
            return true;
        }
    }
}
