package dev.understudy.road;

import dev.understudy.api.Body;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.text.EntityTag;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Names the bytes of what is read with an entity tag, and does not send them to clients that have them (RFC 9110
 * sections 8.8.3 and 13.1.2). A POST that reads is a POST still: its answers have no tag, and nothing has none.
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
            // What a rule answers is what its author wants to be sent.
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
        // A documented one was made up, and would stay the same when the bytes change.
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
