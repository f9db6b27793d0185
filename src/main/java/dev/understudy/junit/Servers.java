package dev.understudy.junit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The servers of this JVM, one for all tests that ask for the same, as one run of tests uses them. A server is closed
 * at the end of the last run that does.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
final class Servers implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Map<ServerKey, Server> SERVERS = new HashMap<>();

    private final Set<ServerKey> used = new HashSet<>();

    /** The one that is wanted, which is started if nobody has asked for it before. */
    static Server get(ServerKey wanted) {
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(wanted, ServerKey::get);
        }
    }

    /** The same, if somebody has. */
    static Optional<Server> known(ServerKey wanted) {
        synchronized (SERVERS) {
            return Optional.ofNullable(SERVERS.get(wanted));
        }
    }

    /** The one that is wanted, for as long as this run takes. */
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
