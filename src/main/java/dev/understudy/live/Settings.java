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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server; start with {@link #DEFAULT} and change what is needed.
 *
 * @param host a name or an address of this machine to listen on
 * @param port 0 for any free port
 * @param fixtures folders; a later one replaces or changes collections of an earlier one and the built-in ones
 * @param brought the contracts of the user
 * @param seeds the records that lists of the user's contracts start with
 * @param callbacks where and how an API sends requests itself
 * @param corsOrigins allowed web origins besides this machine's own
 * @param auth whether requests need the credentials that the contracts require
 * @param validateEveryByte whether to check an answer for every request, even if it was sent before
 * @param clock the clock that relative dates in fixtures are based on
 * @param access what is required of clients
 * @param sessions the limits on the number and lifetime of sessions
 * @param strictness how calls and answers that break the contract are treated, unless a session says otherwise
 * @param controlToken supplies the token that requests to the control API from elsewhere must have; {@code none} to
 *     require none, empty to refuse such requests
 * @param console whether to serve the web console
 * @param journal how many bytes of recent calls are kept
 * @param delay the delay of all answers of APIs
 * @param pace how often fixture folders are checked for changes; null for never
 * @param outOfMemory is called when memory runs out, before the server is closed
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
        Supplier<String> controlToken,
        boolean console,
        long journal,
        Duration delay,
        @Nullable WatchInterval pace,
        Consumer<OutOfMemoryError> outOfMemory) {
    /**
     * A free port on 127.0.0.1, the built-in fixtures as of now, credentials as the contracts require, and no watching
     * for changes.
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
            () -> "",
            true,
            Journal.BUDGET,
            Duration.ZERO,
            null,
            cause -> {});

    public Settings {
        fixtures = List.copyOf(fixtures);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** The address to listen on. */
    public Address address() {
        return new Address(host, port);
    }

    /** Listens on this name or address of this machine. */
    public Settings withHost(String other) {
        return with(draft -> draft.host = other);
    }

    /** Listens on this port; 0 for any free port. */
    public Settings withPort(int other) {
        return with(draft -> draft.port = other);
    }

    /** Uses the collections in these folders; a later folder overrides an earlier one. */
    public Settings withFixtures(Path... folders) {
        return withFixtures(List.of(folders));
    }

    /** Uses the collections in these folders; a later folder overrides an earlier one. */
    public Settings withFixtures(List<Path> folders) {
        return with(draft -> draft.fixtures = folders);
    }

    /** Serves these contracts in addition to those of the catalogue. */
    public Settings withBrought(Brought contracts) {
        return with(draft -> draft.brought = contracts);
    }

    /** Sets the records that lists of the user's contracts start with. */
    public Settings withSeeds(Seeds other) {
        return with(draft -> draft.seeds = other);
    }

    /** Sets where and how callbacks are sent. */
    public Settings withCallbacks(CallbackSettings other) {
        return with(draft -> draft.callbacks = other);
    }

    /** Allows pages of these web origins to read answers. */
    public Settings withCorsOrigins(List<String> origins) {
        return with(draft -> draft.corsOrigins = origins);
    }

    /** Sets whether calls need the credentials that the contracts require. */
    public Settings withAuth(boolean asked) {
        return with(draft -> draft.auth = asked);
    }

    /** Sets whether to check every answer, even if it was checked and sent before. */
    public Settings withValidateEveryByte(boolean every) {
        return with(draft -> draft.validateEveryByte = every);
    }

    /** Sets the clock that relative dates in fixtures are based on when they are read. */
    public Settings withClock(Clock other) {
        return with(draft -> draft.clock = other);
    }

    /** Sets what is required of clients. */
    public Settings withAccess(AccessSettings other) {
        return with(draft -> draft.access = other);
    }

    /** Sets the limits on the number and lifetime of sessions. */
    public Settings withSessions(SessionLimits limits) {
        return with(draft -> draft.sessions = limits);
    }

    /** Sets how calls and answers that break the contract are treated. */
    public Settings withStrictness(Strictness other) {
        return with(draft -> draft.strictness = other);
    }

    /** Accepts requests to the control API from elsewhere that have this token. */
    public Settings withControlToken(String token) {
        return withControlToken(() -> token);
    }

    /** The same, with a token that is asked for when it is needed. */
    public Settings withControlToken(Supplier<String> token) {
        return with(draft -> draft.controlToken = token);
    }

    /** Sets whether to serve the web console. */
    public Settings withConsole(boolean there) {
        return with(draft -> draft.console = there);
    }

    /** Sets how many bytes of recent calls are kept; 0 keeps none. */
    public Settings withJournal(long bytes) {
        return with(draft -> draft.journal = bytes);
    }

    /** Delays all answers of APIs by this time. */
    public Settings withDelay(Duration time) {
        return with(draft -> draft.delay = time);
    }

    /** Reloads fixture folders soon after they change. */
    public Settings watching() {
        return watching(WatchInterval.DEFAULT);
    }

    Settings watching(WatchInterval often) {
        return with(draft -> draft.pace = often);
    }

    /** Sets what is called when memory runs out; the server is closed afterwards. */
    public Settings withOutOfMemory(Consumer<OutOfMemoryError> hook) {
        return with(draft -> draft.outOfMemory = hook);
    }

    private Settings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A mutable copy, used to change a setting. */
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
        private Supplier<String> controlToken;
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
