package dev.understudy.http;

import dev.understudy.api.text.Authority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that requests may be addressed to. Any web page can make its own name resolve to this machine (DNS
 * rebinding), but the browser still sends that name, which is not allowed here.
 */
final class AllowedHosts {
    private final boolean all;
    private final Set<String> allowed = new HashSet<>();

    AllowedHosts(Address address, AccessSettings access) {
        this.all = access.hosts().contains("*") || !address.onlyThisMachine();
        var names = new ArrayList<>(List.of("localhost", "::1", address.host()));
        names.addAll(access.hosts());
        if (access.encryption() instanceof Encryption.SelfSigned made) {
            names.addAll(made.names());
        }
        names.forEach(name -> allowed.add(Authority.host(name)));
    }

    /** Whether this Host or authority, with or without a port, is allowed. */
    boolean allow(String authority) {
        if (all) {
            return true;
        }
        String name = Authority.host(authority);
        return allowed.contains(name) || Authority.isThisMachine(name);
    }
}
