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

    /** The documentation of an API, whose renderer writes styles of its own and shows small pictures of its own. */
    private static final String DOCUMENTATION = POLICY + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private static final String DOCUMENTATION_PAGE = "contract";

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

    /** @param page what follows the address of the console */
    static Response forPage(String page, Response document) {
        if (!page.equals(DOCUMENTATION_PAGE) && !page.startsWith(DOCUMENTATION_PAGE + "/")) {
            return document;
        }
        var headers = new HashMap<>(document.headers());
        headers.put(POLICY_FIELD, DOCUMENTATION);
        return new Response(document.status(), headers, document.body());
    }
}
