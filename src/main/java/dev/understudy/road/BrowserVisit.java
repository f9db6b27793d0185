package dev.understudy.road;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Recognizes that a browser opens the root path of the server to see what is there, which is not an API call. */
final class BrowserVisit {
    /** Redirects to the console, relative to the root path, since a proxy may have added a prefix. */
    static final Answer ANSWER = Answer.of(
            new Response(302, Map.of("Location", "-/", "Vary", "Accept", "Cache-Control", "no-store"), Body.NONE));

    private BrowserVisit() {}

    /** Whether a request is such a visit: it reads the root path and asks for an HTML document. */
    static boolean is(Request request) {
        return request.path().equals("/")
                && (request.method().equals("GET") || request.method().equals("HEAD"))
                && request.headers().all("Accept").stream()
                        .flatMap(field -> Arrays.stream(field.split(",")))
                        .anyMatch(
                                range -> range.strip().toLowerCase(Locale.ROOT).startsWith("text/html"));
    }
}
