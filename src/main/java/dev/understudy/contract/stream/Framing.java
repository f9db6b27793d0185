package dev.understudy.contract.stream;

import dev.understudy.contract.text.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;

/** How items stand one after the other. */
enum Framing {
    /** A JSON text a line: NDJSON and JSON Lines. */
    LINES,
    /** JSON texts with a record separator before and a line feed behind each (RFC 7464). */
    SEQUENCE,
    /** Server-sent events (HTML section 9.2). */
    EVENTS;

    private static final Pattern OF_LINES = Pattern.compile("application/(x-)?(ndjson|jsonl|jsonlines|json-lines)");

    /** Of this media type; empty if it is none of items. */
    static Optional<Framing> of(MediaType type) {
        String name = type.type();
        if (name.equals("text/event-stream")) {
            return Optional.of(EVENTS);
        } else if (name.equals("application/json-seq") || name.endsWith("+json-seq")) {
            return Optional.of(SEQUENCE);
        }
        return OF_LINES.matcher(name).matches() ? Optional.of(LINES) : Optional.empty();
    }
}
