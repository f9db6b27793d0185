package dev.understudy.control.console;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import java.util.HashMap;
import java.util.Map;

/** What a browser is told of the console's files besides their content. */
final class Headers {
    /** Nothing from elsewhere, no script or style within a document, and no other page around it. */
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * The documentation of an API, which is a document of its own in a page of the console: its renderer writes styles
     * of its own, and shows small pictures of its own and those that an API answers.
     */
    private static final String REFERENCE = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

    private static final String POLICY_FIELD = "Content-Security-Policy";

    private Headers() {}

    /** Kept by browsers, but asked for again each time: a newer program has newer files at the same addresses. */
    static Response response(String type, byte[] body) {
        return new Response(
                200,
                Map.of(
                        "Content-Type",
                        type,
                        POLICY_FIELD,
                        POLICY,
                        "Cache-Control",
                        "no-cache",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cross-Origin-Opener-Policy",
                        "same-origin",
                        "X-Content-Type-Options",
                        "nosniff"),
                body);
    }

    /** @param address the first page, seen from where it was asked for */
    static Response toFirstPage(String address) {
        return new Response(302, Map.of("Location", address), Body.NONE);
    }

    /** @param document that of the documentation of an API */
    static Response forReference(Response document) {
        var headers = new HashMap<>(document.headers());
        headers.put(POLICY_FIELD, REFERENCE);
        return new Response(document.status(), headers, document.body());
    }
}
