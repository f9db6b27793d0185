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
    public Settings {
        fixtures = List.copyOf(fixtures);
        corsOrigins = List.copyOf(corsOrigins);
    }
}
