package dev.understudy.live;

import dev.understudy.http.CannotListen;
import dev.understudy.http.MockServer;
import java.util.List;

/**
 * Starts a mock server in this process, as a test would that needs one:
 *
 * <pre>{@code
 * try (Running mock = Understudy.start(Settings.DEFAULT.withAuth(false))) {
 *     URI tasks = mock.baseUrl().resolve("/api/work-tasks?per_page=1");
 *     HttpResponse<String> answer = HttpClient.newHttpClient()
 *             .send(HttpRequest.newBuilder(tasks).build(), BodyHandlers.ofString());
 * }
 * }</pre>
 *
 * <p>It logs by SLF4J, and never ends the process.
 */
public final class Understudy {
    private Understudy() {}

    /**
     * A server of the contracts that were brought, or, without any, of the built-in APIs; it listens when this returns.
     *
     * @throws CannotLoad if contracts or fixtures are broken
     * @throws CannotListen if the address or port cannot be had
     */
    public static Running start(Settings settings) throws CannotLoad, CannotListen {
        return start(settings.brought().isEmpty() ? Catalogue.builtIn() : List.of(), settings);
    }

    /** The same of these APIs. */
    public static Running start(List<Catalogue.Entry> catalogue, Settings settings) throws CannotLoad, CannotListen {
        var live = new LiveSnapshot(catalogue, settings);
        Snapshot first = live.reload();
        MockServer server = MockServer.start(settings.address(), settings.access(), live.service());
        return new Running(settings, live, server, Watch.of(live, first, settings.pace()));
    }
}
