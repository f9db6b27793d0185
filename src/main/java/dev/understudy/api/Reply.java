package dev.understudy.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers: a status that the contract documents, and what to render as its content and headers. */
public interface Reply {
    /** The HTTP status, 200 to 599. */
    int status();

    /**
     * A value that Jackson renders where the media type is JSON, a text where it is text;
     * {@link dev.understudy.api.stream.Streamed} where it is items one after the other; bytes or a {@link Body} where
     * it is anything else; null where the response has no content.
     */
    @Nullable
    Object body();

    /** The documented media type to render the body as; empty for the one that the call asks for. */
    default String mediaType() {
        return "";
    }

    /** The values of headers by their documented names, without those that are left out. */
    default Map<String, Object> headers() {
        return Map.of();
    }

    /** Where an answer comes from. */
    enum Cause {
        /** From records. */
        RECORD,
        /** From an example of the document. */
        EXAMPLE,
        /** From a file beside the document. */
        FILE,
        /** It was made from the schema. */
        MADE,
        /** From a rule. */
        RULE
    }

    /** Where it comes from; null where nobody needs to be told. */
    default @Nullable Cause cause() {
        return null;
    }

    /** What of the call was taken and is worth a look, such as a reference to a record that is not there. */
    default List<Violation> notes() {
        return List.of();
    }

    /** Why the server could not do what the call asks for; null where it could, and where the answer was asked for. */
    default @Nullable Refusal failure() {
        return null;
    }

    /** What happens to the answer on the wire. */
    default Effect effect() {
        return Effect.NONE;
    }
}
