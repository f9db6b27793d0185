package dev.understudy.junit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The servers that one test run uses. Tests in this JVM that need equal servers share one, and a server is closed when
 * the last run that uses it ends.
 */
@SuppressWarnings("deprecation") // Before 5.13, JUnit closes only these.
final class Servers implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Map<ServerKey, Server> SERVERS = new HashMap<>();

    private final Set<ServerKey> used = new HashSet<>();

    /** The server with this key, started if it is not running yet. */
    static Server get(ServerKey wanted) {
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(wanted, ServerKey::get);
        }
    }

    /** The server with this key, if it has been started. */
    static Optional<Server> known(ServerKey wanted) {
        synchronized (SERVERS) {
            return Optional.ofNullable(SERVERS.get(wanted));
        }
    }

    /** The server with this key, kept running at least until the current test run ends. */
    static Server use(ServerKey wanted, ExtensionContext context) {
        Servers run = context.getRoot()
                .getStore(UnderstudyExtension.NAMESPACE)
                .getOrComputeIfAbsent(Servers.class, type -> new Servers(), Servers.class);
        return Objects.requireNonNull(run).use(wanted);
    }

    private Server use(ServerKey wanted) {
        synchronized (SERVERS) {
            Server server = get(wanted);
            if (used.add(wanted)) {
                server.beginRun();
            }
            return server;
        }
    }

    @Override
    public void close() {
        synchronized (SERVERS) {
            for (ServerKey wanted : used) {
                Server server = Objects.requireNonNull(SERVERS.get(wanted));
                if (server.endRun()) {
                    SERVERS.remove(wanted);
                }
            }
        }
    }
}
