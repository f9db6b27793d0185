package dev.understudy.live;

import dev.understudy.http.Address;
import dev.understudy.http.Gate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What a server is started with.
 *
 * @param port 0 for any free one
 * @param fixtures folders; a later one replaces or changes collections of an earlier one and the built-in ones
 * @param corsOrigins web origins besides this machine's own
 * @param auth whether a request needs the credentials that the contracts ask for
 * @param validateEveryByte whether an answer is checked anew for every request, however often it was sent
 * @param clock what relative dates in fixtures count from
 * @param gate what is asked of clients
 */
public record Settings(
        String host,
        int port,
        List<Path> fixtures,
        List<String> corsOrigins,
        boolean auth,
        boolean validateEveryByte,
        Clock clock,
        Gate gate) {
    public Settings {
        fixtures = List.copyOf(fixtures);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Where the server listens. */
    public Address address() {
        return new Address(host, port);
    }

    /** With the usual gate. */
    public Settings(
            String host,
            int port,
            List<Path> fixtures,
            List<String> corsOrigins,
            boolean auth,
            boolean validateEveryByte,
            Clock clock) {
        this(host, port, fixtures, corsOrigins, auth, validateEveryByte, clock, Gate.DEFAULT);
    }

    /** With the usual gate and the clock of this machine. */
    public Settings(
            String host,
            int port,
            List<Path> fixtures,
            List<String> corsOrigins,
            boolean auth,
            boolean validateEveryByte) {
        this(host, port, fixtures, corsOrigins, auth, validateEveryByte, Clock.systemUTC());
    }
}
