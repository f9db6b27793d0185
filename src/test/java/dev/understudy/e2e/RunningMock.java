package dev.understudy.e2e;

import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
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
                .computeIfAbsent(Started.class, key -> Started.start(), Started.class)
                .client();
    }

    private record Started(Running server, Client client) implements AutoCloseable {
        static Started start() {
            try {
                Running server = Understudy.start(Settings.DEFAULT);
                return new Started(
                        server, Client.of(server.port(), server.snapshot().contracts()));
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
