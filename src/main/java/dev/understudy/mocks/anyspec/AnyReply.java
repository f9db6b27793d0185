package dev.understudy.mocks.anyspec;

import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply with a documented status.
 *
 * @param failure why the server could not do what the call asks for; null if it could
 */
record AnyReply(
        int status,
        @Nullable Object body,
        String mediaType,
        Map<String, Object> headers,
        @Nullable Cause cause,
        List<Violation> notes,
        @Nullable Refusal failure)
        implements Reply {
    AnyReply {
        notes = List.copyOf(notes);
    }

    /** A reply whose origin does not matter. */
    AnyReply(int status, @Nullable Object body, String mediaType, Map<String, Object> headers) {
        this(status, body, mediaType, headers, null, List.of(), null);
    }

    /** The same reply with these additional headers. */
    AnyReply with(Map<String, String> others) {
        if (others.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(headers);
        all.putAll(others);
        return new AnyReply(status, body, mediaType, all, cause, notes, failure);
    }

    /** The same reply with this origin. */
    AnyReply from(@Nullable Cause other) {
        return new AnyReply(status, body, mediaType, headers, other, notes, failure);
    }
}
