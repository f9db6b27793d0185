package dev.understudy.server;

import java.nio.file.Path;
import java.util.List;

/**
 * What a server is started with.
 *
 * @param port 0 for any free one
 * @param fixtures folders; a collection in a later one replaces the same one in an earlier one and the built-in one
 * @param corsOrigins web origins besides this machine's own
 * @param auth whether a request needs the credentials that the contracts ask for
 * @param validateEveryByte whether an answer is checked anew for every request, however often it was sent
 */
public record Settings(
        String host, int port, List<Path> fixtures, List<String> corsOrigins, boolean auth, boolean validateEveryByte) {
    /** This machine's own address, on the port that everyone tries first. */
    public static final Settings DEFAULT = new Settings("127.0.0.1", 8080, List.of(), List.of(), true, false);

    public Settings {
        fixtures = List.copyOf(fixtures);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** The same, on any free port. */
    public Settings onAnyPort() {
        return new Settings(host, 0, fixtures, corsOrigins, auth, validateEveryByte);
    }
}
