package dev.understudy.control.console;

import dev.understudy.api.Body;
import dev.understudy.api.Response;
import java.util.HashMap;
import java.util.Map;

/** The response headers of the console's files. */
final class Headers {
    /** Allows only content from this server, no inline scripts or styles, and no framing by other pages. */
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * For the API documentation, which is framed by a page of the console: its renderer uses inline styles, and shows
     * its own small images and those that an API returns.
     */
    private static final String REFERENCE = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

    private static final String POLICY_FIELD = "Content-Security-Policy";

    private Headers() {}

    /**
     * Browsers may cache the file, but must revalidate it each time, since a newer version has other files at the same
     * URLs.
     */
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

    /** @param address the first page, relative to the requested URL */
    static Response toFirstPage(String address) {
        return new Response(302, Map.of("Location", address), Body.NONE);
    }

    /** @param document the document of the API documentation */
    static Response forReference(Response document) {
        var headers = new HashMap<>(document.headers());
        headers.put(POLICY_FIELD, REFERENCE);
        return new Response(document.status(), headers, document.body());
    }
}
