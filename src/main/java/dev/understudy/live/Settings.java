package dev.understudy.live;

import dev.understudy.callbacks.CallbackSettings;
import dev.understudy.http.AccessSettings;
import dev.understudy.http.Address;
import dev.understudy.journal.Journal;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Strictness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
 * @param callbacks where and how the requests are sent that an API sends itself
 * @param corsOrigins web origins besides this machine's own
 * @param auth whether a request needs the credentials that the contracts ask for
 * @param validateEveryByte whether an answer is checked anew for every request, however often it was sent
 * @param clock what relative dates in fixtures count from
 * @param access what is asked of clients
 * @param sessions how many sessions there may be, and for how long
 * @param strictness what becomes of calls and answers that break their contract, unless a session says otherwise
 * @param controlToken what a request to the control API from elsewhere must bring; {@code none} for nothing, and empty
 *     where none is let through
 * @param console whether there is a web console
 * @param journal how many bytes of the last calls are kept
 * @param delay how long all answers of APIs wait
 * @param pace how often the fixture folders are looked at for changes; null for never
 * @param outOfMemory hears that there is no memory left, before the server is closed for that
 */
public record Settings(
        String host,
        int port,
        List<Path> fixtures,
        Brought brought,
        Seeds seeds,
        CallbackSettings callbacks,
        List<String> corsOrigins,
        boolean auth,
        boolean validateEveryByte,
        Clock clock,
        AccessSettings access,
        SessionLimits sessions,
        Strictness strictness,
        String controlToken,
        boolean console,
        long journal,
        Duration delay,
        @Nullable WatchInterval pace,
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
            CallbackSettings.NONE,
            List.of(),
            true,
            false,
            Clock.systemUTC(),
            AccessSettings.DEFAULT,
            SessionLimits.DEFAULT,
            Strictness.FAIL,
            "",
            true,
            Journal.BUDGET,
            Duration.ZERO,
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
        return with(draft -> draft.host = other);
    }

    /** Listening on this port; 0 for any free one. */
    public Settings withPort(int other) {
        return with(draft -> draft.port = other);
    }

    /** With the collections of these folders, of which a later one wins. */
    public Settings withFixtures(Path... folders) {
        return withFixtures(List.of(folders));
    }

    /** With the collections of these folders, of which a later one wins. */
    public Settings withFixtures(List<Path> folders) {
        return with(draft -> draft.fixtures = folders);
    }

    /** With these contracts beside those of the catalogue. */
    public Settings withBrought(Brought contracts) {
        return with(draft -> draft.brought = contracts);
    }

    /** With lists of brought contracts that begin with this. */
    public Settings withSeeds(Seeds other) {
        return with(draft -> draft.seeds = other);
    }

    /** With callbacks that are sent so. */
    public Settings withCallbacks(CallbackSettings other) {
        return with(draft -> draft.callbacks = other);
    }

    /** With answers that pages of these web origins may read too. */
    public Settings withCorsOrigins(List<String> origins) {
        return with(draft -> draft.corsOrigins = origins);
    }

    /** Asking for credentials as the contracts do, or for none. */
    public Settings withAuth(boolean asked) {
        return with(draft -> draft.auth = asked);
    }

    /** Checking every answer anew, also one that was checked and sent before, or not. */
    public Settings withValidateEveryByte(boolean every) {
        return with(draft -> draft.validateEveryByte = every);
    }

    /** With relative dates in fixtures that count from what this clock shows when they are read. */
    public Settings withClock(Clock other) {
        return with(draft -> draft.clock = other);
    }

    /** Asking this of clients. */
    public Settings withAccess(AccessSettings other) {
        return with(draft -> draft.access = other);
    }

    /** With so many sessions at most, for so long. */
    public Settings withSessions(SessionLimits limits) {
        return with(draft -> draft.sessions = limits);
    }

    /** With calls and answers that are treated so when they break their contract. */
    public Settings withStrictness(Strictness other) {
        return with(draft -> draft.strictness = other);
    }

    /** Letting requests to the control API through from elsewhere that bring this token. */
    public Settings withControlToken(String token) {
        return with(draft -> draft.controlToken = token);
    }

    /** With a web console, or without. */
    public Settings withConsole(boolean there) {
        return with(draft -> draft.console = there);
    }

    /** Keeping so many bytes of the last calls; 0 keeps none. */
    public Settings withJournal(long bytes) {
        return with(draft -> draft.journal = bytes);
    }

    /** With answers of APIs that wait for this time. */
    public Settings withDelay(Duration time) {
        return with(draft -> draft.delay = time);
    }

    /** Reading the fixture folders again soon after they change. */
    public Settings watching() {
        return watching(WatchInterval.DEFAULT);
    }

    Settings watching(WatchInterval often) {
        return with(draft -> draft.pace = often);
    }

    /** Telling this when there is no memory left; the server is closed afterwards. */
    public Settings withOutOfMemory(Consumer<OutOfMemoryError> hook) {
        return with(draft -> draft.outOfMemory = hook);
    }

    private Settings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The same, while something of it is changed. */
    private static final class Draft {
        private String host;
        private int port;
        private List<Path> fixtures;
        private Brought brought;
        private Seeds seeds;
        private CallbackSettings callbacks;
        private List<String> corsOrigins;
        private boolean auth;
        private boolean validateEveryByte;
        private Clock clock;
        private AccessSettings access;
        private SessionLimits sessions;
        private Strictness strictness;
        private String controlToken;
        private boolean console;
        private long journal;
        private Duration delay;
        private @Nullable WatchInterval pace;
        private Consumer<OutOfMemoryError> outOfMemory;

        private Draft(Settings settings) {
            host = settings.host();
            port = settings.port();
            fixtures = settings.fixtures();
            brought = settings.brought();
            seeds = settings.seeds();
            callbacks = settings.callbacks();
            corsOrigins = settings.corsOrigins();
            auth = settings.auth();
            validateEveryByte = settings.validateEveryByte();
            clock = settings.clock();
            access = settings.access();
            sessions = settings.sessions();
            strictness = settings.strictness();
            controlToken = settings.controlToken();
            console = settings.console();
            journal = settings.journal();
            delay = settings.delay();
            pace = settings.pace();
            outOfMemory = settings.outOfMemory();
        }

        private Settings settings() {
            return new Settings(
                    host,
                    port,
                    fixtures,
                    brought,
                    seeds,
                    callbacks,
                    corsOrigins,
                    auth,
                    validateEveryByte,
                    clock,
                    access,
                    sessions,
                    strictness,
                    controlToken,
                    console,
                    journal,
                    delay,
                    pace,
                    outOfMemory);
        }
    }
}
