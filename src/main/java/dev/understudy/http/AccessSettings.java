package dev.understudy.http;

import java.util.List;

/**
 * What the server requires of clients before it looks at any contract.
 *
 * @param hosts names that requests may be addressed to, besides those of this machine
 */
public record AccessSettings(Limits limits, Timeouts timeouts, List<String> hosts, Encryption encryption) {
    /** The defaults of the command line. */
    public static final AccessSettings DEFAULT =
            new AccessSettings(Limits.DEFAULT, Timeouts.DEFAULT, List.of(), new Encryption.None());

    public AccessSettings {
        hosts = List.copyOf(hosts);
    }
}
