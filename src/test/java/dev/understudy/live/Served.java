package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Request;
import dev.understudy.api.Target;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.http.Service;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server would serve, asked in memory. */
record Served(LiveSnapshot live, Service service) {
    static Served of(List<Catalogue.Entry> catalogue, Brought brought) {
        return of(catalogue, Settings.DEFAULT.withBrought(brought));
    }

    static Served of(List<Catalogue.Entry> catalogue, Settings settings) {
        var live = new LiveSnapshot(catalogue, settings.withAuth(false));
        var served = new Served(live, live.service());
        served.reload();
        return served;
    }

    void reload() {
        try {
            live.reload();
        } catch (CannotLoad e) {
            throw new AssertionError(e);
        }
    }

    /** The answer of the control API. */
    Answer call(String method, String path, @Nullable String body) {
        return service.own().answer(request("", method, path, body));
    }

    /** The answer of a mocked API, in a session. */
    Answer mocked(String session, String method, String path, @Nullable String body) {
        IncomingRequest incoming =
                service.finder().arrive(request(session, method, path, body), null, ScanBudget.UNLIMITED);
        return service.road().answer(incoming);
    }

    /** The body of an answer of a mocked API, in a session. */
    String mocked(String session, String path) {
        return new String(mocked(session, "GET", path, null).response().bytes(), UTF_8);
    }

    private static Request request(String session, String method, String path, @Nullable String body) {
        Map<String, String> fields = Map.of(
                Target.PEER,
                "127.0.0.1",
                "Host",
                "localhost:8080",
                Target.SCHEME,
                "http",
                "Content-Type",
                body == null ? "" : "application/json",
                "Understudy-Session",
                session);
        String[] parts = path.split("\\?", 2);
        return new Request(
                method,
                parts[0],
                parts.length == 1 ? null : parts[1],
                name -> fields.getOrDefault(name, "").isEmpty() ? List.of() : List.of(fields.get(name)),
                body == null ? new byte[0] : body.getBytes(UTF_8));
    }
}
