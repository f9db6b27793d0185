package dev.understudy.live;

import dev.understudy.http.CannotListen;
import dev.understudy.http.MockServer;
import java.util.List;

/**
 * Starts a mock server in this process, for example for a test:
 *
 * <pre>{@code
 * try (Running mock = Understudy.start(Settings.DEFAULT.withAuth(false))) {
 *     URI tasks = mock.baseUrl().resolve("/api/work-tasks?per_page=1");
 *     HttpResponse<String> answer = HttpClient.newHttpClient()
 *             .send(HttpRequest.newBuilder(tasks).build(), BodyHandlers.ofString());
 * }
 * }</pre>
 *
 * <p>It logs with SLF4J, and never ends the process.
 */
public final class Understudy {
    private Understudy() {}

    /**
     * Starts a server for the contracts in the settings, or for the built-in APIs if there are none. It accepts
     * connections when this method returns.
     *
     * @throws CannotLoad if contracts or fixtures have faults
     * @throws CannotListen if the address or port is not available
     */
    public static Running start(Settings settings) throws CannotLoad, CannotListen {
        return start(settings.brought().isEmpty() ? Catalogue.builtIn() : List.of(), settings);
    }

    /** Starts a server for these APIs. */
    public static Running start(List<Catalogue.Entry> catalogue, Settings settings) throws CannotLoad, CannotListen {
        var live = new LiveSnapshot(catalogue, settings);
        Snapshot first = live.reload();
        MockServer server = MockServer.start(settings.address(), settings.access(), live.service());
        return new Running(settings, live, server, Watch.of(live, first, settings.pace()));
    }
}
