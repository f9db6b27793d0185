package dev.understudy.junit;

import dev.understudy.http.CannotListen;
import dev.understudy.live.Brought;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.session.SessionLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Identifies the server that a test needs; tests with equal keys share one server. */
sealed interface ServerKey {
    /** Connects to the server, and starts it if necessary. */
    Server get();

    /**
     * A server that is started in this JVM.
     *
     * @param builtIn the built-in APIs to serve, each as {@code NAME=API} or {@code API}
     */
    record Own(List<String> builtIn, Settings settings) implements ServerKey {
        public Own {
            builtIn = List.copyOf(builtIn);
        }

        @Override
        public Server get() {
            try {
                Running running = builtIn.isEmpty()
                        ? Understudy.start(settings)
                        : Understudy.start(
                                builtIn.stream().map(Contracts::entry).toList(), settings);
                return new Server(new Control(running.baseUrl(), ""), running::close);
            } catch (CannotLoad | CannotListen e) {
                throw new ExtensionConfigurationException(
                        "No server can be started for this test:\n" + e.getMessage(), e);
            }
        }
    }

    /**
     * A server that is already running.
     *
     * @param token the token for its control API; empty if it needs none
     */
    record Other(URI url, String token) implements ServerKey {
        @Override
        public Server get() {
            return new Server(new Control(url, token), () -> {});
        }
    }

    /**
     * The running server that a system property or the environment names for all tests; empty if the tests start their
     * own.
     */
    static Optional<ServerKey> elsewhere() {
        String url = setting("understudy.url", "UNDERSTUDY_URL");
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new Other(URI.create(url), setting("understudy.token", "UNDERSTUDY_CONTROL_TOKEN")));
    }

    private static String setting(String property, String variable) {
        return System.getProperty(property, Objects.requireNonNullElse(System.getenv(variable), ""));
    }

    /** The server that this annotation describes. */
    static ServerKey by(UnderstudyTest test) {
        SessionLimits limits = Settings.DEFAULT.sessions();
        return of(
                Settings.DEFAULT
                        .withFixtures(Stream.of(test.fixtures()).map(Path::of).toList())
                        .withAuth(test.credentials())
                        .withSessions(new SessionLimits(limits.most(), limits.idle(), test.requireSession())),
                test.value());
    }

    /** A server with default settings that serves these contracts. */
    static ServerKey of(String... contracts) {
        return of(Settings.DEFAULT, contracts);
    }

    private static ServerKey of(Settings settings, String... contracts) {
        List<String> builtIn = Stream.of(contracts).filter(Contracts::isBuiltIn).toList();
        List<Brought.Argument> brought = Stream.of(contracts)
                .filter(contract -> !builtIn.contains(contract))
                .map(Contracts::brought)
                .toList();
        return new Own(builtIn, settings.withBrought(new Brought(brought, null, Map.of(), false, Set.of(), List.of())));
    }

    /** Sorts the words that name contracts into files, folders and built-in APIs. */
    final class Contracts {
        private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*=.*";

        private Contracts() {}

        private static String api(String argument) {
            int name = lengthOfName(argument);
            return argument.substring(name == 0 ? 0 : name + 1);
        }

        private static int lengthOfName(String argument) {
            return argument.matches(NAME) ? argument.indexOf('=') : 0;
        }

        static Brought.Argument brought(String argument) {
            return new Brought.InFile(argument.substring(0, lengthOfName(argument)), Path.of(api(argument)));
        }

        static boolean isBuiltIn(String argument) {
            return Catalogue.builtIn().stream().anyMatch(entry -> entry.name().equals(api(argument)));
        }

        static Catalogue.Entry entry(String argument) {
            Catalogue.Entry entry = Catalogue.builtIn().stream()
                    .filter(each -> each.name().equals(api(argument)))
                    .findFirst()
                    .orElseThrow();
            int name = lengthOfName(argument);
            return name == 0 ? entry : entry.called(argument.substring(0, name));
        }
    }
}
