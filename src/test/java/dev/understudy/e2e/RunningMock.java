package dev.understudy.e2e;

import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server for all tests of a run, started when the first of them asks for its client and closed after the last. */
final class RunningMock implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Client.class;
    }

    @Override
    public Client resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningMock.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .client();
    }

    private record Running(MockServer server, Client client) implements AutoCloseable {
        static Running start() {
            var settings = new Settings("127.0.0.1", 0, List.of(), List.of(), true, false);
            var snapshot = (Snapshot) Snapshot.load(Catalogue.builtIn(), settings);
            try {
                MockServer server = MockServer.start(settings.address(), settings.gate(), snapshot.exchange());
                return new Running(server, Client.of(server.port(), snapshot.contracts()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
