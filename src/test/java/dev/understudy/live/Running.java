package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.http.CannotListen;
import dev.understudy.http.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A server over a real port that follows its folders, and a client of it. */
record Running(MockServer server, Watch watch) implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long LONG_ENOUGH = 60_000_000_000L;

    static Running start(List<Catalogue.Entry> catalogue, Pace pace, Path... folders) throws CannotListen {
        var settings = new Settings("127.0.0.1", 0, List.of(folders), List.of(), false, false);
        var live = new LiveSnapshot(catalogue, settings);
        Loading first = live.read();
        assertThat(first.faults()).isEmpty();
        live.take(first);
        return new Running(
                MockServer.start(settings.address(), settings.gate(), live.exchange()), Watch.of(live, first, pace));
    }

    HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Asks again and again until the answer is as wanted, and returns it. */
    String until(String path, Predicate<String> wanted) throws Exception {
        long start = System.nanoTime();
        String body = get(path).body();
        while (!wanted.test(body)) {
            assertThat(System.nanoTime() - start).as("still " + body).isLessThan(LONG_ENOUGH);
            body = get(path).body();
        }
        return body;
    }

    @Override
    public void close() {
        watch.close();
        server.close();
    }
}
