package dev.understudy.control.console;

import java.util.Map;
import java.util.Optional;

/** Media types of the console's files by file extension. */
final class MediaType {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2");

    private MediaType() {}

    /** The media type for this extension; empty for files that are not served, such as notes for developers. */
    static Optional<String> of(String ending) {
        return Optional.ofNullable(TYPES.get(ending));
    }
}
