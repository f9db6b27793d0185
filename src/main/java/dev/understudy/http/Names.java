package dev.understudy.http;

import java.util.ArrayList;
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

    Names(Address address, Gate gate) {
        this.all = gate.hosts().contains("*") || !address.onlyThisMachine();
        var names = new ArrayList<>(List.of("localhost", "::1", address.host()));
        names.addAll(gate.hosts());
        if (gate.encryption() instanceof Encryption.SelfSigned made) {
            names.addAll(made.names());
        }
        names.forEach(name -> allowed.add(bare(name)));
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
    static String bare(String authority) {
        String name = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        boolean bareIpv6 = authority.indexOf(':') != authority.lastIndexOf(':') && !authority.startsWith("[");
        return bareIpv6 ? "[" + authority.toLowerCase(Locale.ROOT) + "]" : name.replaceFirst("\\.$", "");
    }
}
