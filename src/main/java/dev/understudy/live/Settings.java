package dev.understudy.live;

import dev.understudy.http.Address;
import dev.understudy.http.Gate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with: {@link #DEFAULT}, and what is to be different.
 *
 * @param host a name or an address of this machine to listen on
 * @param port 0 for any free one
 * @param fixtures folders; a later one replaces or changes collections of an earlier one and the built-in ones
 * @param brought the contracts that a user brings
 * @param seeds what the lists of those contracts begin with
 * @param corsOrigins web origins besides this machine's own
 * @param auth whether a request needs the credentials that the contracts ask for
 * @param validateEveryByte whether an answer is checked anew for every request, however often it was sent
 * @param clock what relative dates in fixtures count from
 * @param gate what is asked of clients
 * @param pace how often the fixture folders are looked at for changes; null for never
 * @param outOfMemory hears that there is no memory left, before the server is closed for that
 */
public record Settings(
        String host,
        int port,
        List<Path> fixtures,
        Brought brought,
        Seeds seeds,
        List<String> corsOrigins,
        boolean auth,
        boolean validateEveryByte,
        Clock clock,
        Gate gate,
        @Nullable Pace pace,
        Consumer<OutOfMemoryError> outOfMemory) {
    /**
     * A free port of 127.0.0.1, the built-in fixtures as they are now, credentials as the contracts ask for them, and
     * no watching.
     */
    public static final Settings DEFAULT = new Settings(
            "127.0.0.1",
            0,
            List.of(),
            Brought.NONE,
            Seeds.DEFAULT,
            List.of(),
            true,
            false,
            Clock.systemUTC(),
            Gate.DEFAULT,
            null,
            cause -> {});

    public Settings {
        fixtures = List.copyOf(fixtures);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Where the server listens. */
    public Address address() {
        return new Address(host, port);
    }

    /** Listening on this name or address of this machine. */
    public Settings withHost(String other) {
        return new Settings(
                other,
                port,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** Listening on this port; 0 for any free one. */
    public Settings withPort(int other) {
        return new Settings(
                host,
                other,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** With the collections of these folders, of which a later one wins. */
    public Settings withFixtures(Path... folders) {
        return withFixtures(List.of(folders));
    }

    /** With the collections of these folders, of which a later one wins. */
    public Settings withFixtures(List<Path> folders) {
        return new Settings(
                host,
                port,
                folders,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** With these contracts beside those of the catalogue. */
    public Settings withBrought(Brought contracts) {
        return new Settings(
                host,
                port,
                fixtures,
                contracts,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** With lists of brought contracts that begin with this. */
    public Settings withSeeds(Seeds other) {
        return new Settings(
                host,
                port,
                fixtures,
                brought,
                other,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** With answers that pages of these web origins may read too. */
    public Settings withCorsOrigins(List<String> origins) {
        return new Settings(
                host, port, fixtures, brought, seeds, origins, auth, validateEveryByte, clock, gate, pace, outOfMemory);
    }

    /** Asking for credentials as the contracts do, or for none. */
    public Settings withAuth(boolean asked) {
        return new Settings(
                host,
                port,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                asked,
                validateEveryByte,
                clock,
                gate,
                pace,
                outOfMemory);
    }

    /** Checking every answer anew, also one that was checked and sent before, or not. */
    public Settings withValidateEveryByte(boolean every) {
        return new Settings(
                host, port, fixtures, brought, seeds, corsOrigins, auth, every, clock, gate, pace, outOfMemory);
    }

    /** With relative dates in fixtures that count from what this clock shows when they are read. */
    public Settings withClock(Clock other) {
        return new Settings(
                host,
                port,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                other,
                gate,
                pace,
                outOfMemory);
    }

    /** Asking this of clients. */
    public Settings withGate(Gate other) {
        return new Settings(
                host,
                port,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                other,
                pace,
                outOfMemory);
    }

    /** Reading the fixture folders again soon after they change. */
    public Settings watching() {
        return watching(Pace.DEFAULT);
    }

    Settings watching(Pace often) {
        return new Settings(
                host,
                port,
                fixtures,
                brought,
                seeds,
                corsOrigins,
                auth,
                validateEveryByte,
                clock,
                gate,
                often,
                outOfMemory);
    }

    /** Telling this when there is no memory left; the server is closed afterwards. */
    public Settings withOutOfMemory(Consumer<OutOfMemoryError> hook) {
        return new Settings(
                host, port, fixtures, brought, seeds, corsOrigins, auth, validateEveryByte, clock, gate, pace, hook);
    }
}
