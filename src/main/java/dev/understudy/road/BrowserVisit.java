package dev.understudy.road;

import dev.understudy.api.Body;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** A browser opens the root path of the server, as a person does to see what is there: no call of an API. */
final class BrowserVisit {
    /** Leads it to the console; seen from the bare address, since a proxy may have added a prefix to it. */
    static final Answer ANSWER = Answer.of(
            new Response(302, Map.of("Location", "-/", "Vary", "Accept", "Cache-Control", "no-store"), Body.NONE));

    private BrowserVisit() {}

    /** Whether a request is one: it reads the bare address, and asks for a document by name. */
    static boolean is(Request request) {
        return request.path().equals("/")
                && (request.method().equals("GET") || request.method().equals("HEAD"))
                && request.headers().all("Accept").stream()
                        .flatMap(field -> Arrays.stream(field.split(",")))
                        .anyMatch(
                                range -> range.strip().toLowerCase(Locale.ROOT).startsWith("text/html"));
    }
}
