package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A server over a real port that follows its folders, and a client of it. */
record Site(Running running) implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long LONG_ENOUGH = 60_000_000_000L;

    static Site start(List<Catalogue.Entry> catalogue, WatchInterval pace, Path... folders) throws Exception {
        var settings = Settings.DEFAULT.withFixtures(folders).withAuth(false).watching(pace);
        return new Site(Understudy.start(catalogue, settings));
    }

    HttpResponse<String> get(String path) throws Exception {
        URI uri = running.baseUrl().resolve(path);
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
        running.close();
    }
}
