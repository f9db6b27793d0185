package dev.understudy.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of a handler: a status that the contract documents, and the values to render as body and headers. */
public interface Reply {
    /** The HTTP status, 200 to 599. */
    int status();

    /**
     * The body to render: a value that Jackson renders if the media type is JSON; a string if it is text;
     * {@link dev.understudy.api.stream.Streamed} if the answer is streamed item by item; bytes or a {@link Body} for
     * any other type; null if the response has no content.
     */
    @Nullable
    Object body();

    /** The documented media type to render the body as; empty for the one that the call asks for. */
    default String mediaType() {
        return "";
    }

    /** The header values by their documented names; omitted headers are absent. */
    default Map<String, Object> headers() {
        return Map.of();
    }

    /** The origin of an answer. */
    enum Cause {
        /** Records. */
        RECORD,
        /** An example in the document. */
        EXAMPLE,
        /** A file beside the document. */
        FILE,
        /** Generated from the schema. */
        MADE,
        /** A rule. */
        RULE
    }

    /** The origin of this answer; null if it does not matter. */
    default @Nullable Cause cause() {
        return null;
    }

    /** Peculiarities of the call that were accepted but are worth a look, such as a reference to a missing record. */
    default List<Violation> notes() {
        return List.of();
    }

    /** Why the server could not do what the call asks for; null if it could, or if the client asked for this answer. */
    default @Nullable Refusal failure() {
        return null;
    }

    /** The effect on the answer on the wire. */
    default Effect effect() {
        return Effect.NONE;
    }
}
