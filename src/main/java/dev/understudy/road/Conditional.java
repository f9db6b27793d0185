package dev.understudy.road;

import dev.understudy.api.Body;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.text.EntityTag;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds entity tags to answers of GET and HEAD, and does not send content to clients that already have it (RFC 9110
 * sections 8.8.3 and 13.1.2). Answers to POST get no tag, even if the call only reads, and empty answers get none.
 */
public final class Conditional implements Filter {
    private static final byte[] NOTHING = {};

    private static final String TAG = "ETag";

    private enum Made {
        TAGGED,
        NOT_MODIFIED
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Request request = incoming.request();
            Answer answer = next.answer(incoming);
            boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
            // The answer of a rule is sent as its author defined it.
            return reads
                            && answer.cause() != Reply.Cause.RULE
                            && answer.response().status() == 200
                            && answer.response().body() instanceof Body.Whole
                            && !answer.response().body().isEmpty()
                    ? unlessKnown(request, answer.changed(Made.TAGGED, Conditional::tagged))
                    : answer;
        };
    }

    private static Answer unlessKnown(Request request, Answer tagged) {
        String tag = Objects.requireNonNull(tagged.response().headers().get(TAG));
        return EntityTag.matches(request.headers().all("If-None-Match"), tag)
                ? tagged.changed(Made.NOT_MODIFIED, Conditional::notModified)
                : tagged;
    }

    private static Response tagged(Response response) {
        var headers = new TreeMap<>(response.headers());
        // A tag in the documented headers is a generated value, and would not change with the content.
        headers.keySet().removeIf(TAG::equalsIgnoreCase);
        headers.put(TAG, EntityTag.of(response.bytes()));
        return new Response(200, headers, response.bytes());
    }

    private static Response notModified(Response response) {
        var headers = new TreeMap<>(response.headers());
        headers.keySet().removeIf(name -> name.startsWith("Content-"));
        return new Response(304, headers, NOTHING);
    }
}
