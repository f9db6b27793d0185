package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Body;
import dev.understudy.api.Json;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.stream.Streamed;
import dev.understudy.contract.stream.StreamBody;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/** Writes a reply as the response that its contract documents; whether it keeps the contract is not looked at. */
final class ReplyRenderer {
    private ReplyRenderer() {}

    /**
     * The response.
     *
     * @param headers what it carries besides those of the reply
     * @param produces the media type that is wanted, if there are several
     */
    static Response render(Reply reply, Answer documented, Map<String, String> headers, String produces) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(headers(reply));
        String type = reply.mediaType().isEmpty() ? produces : reply.mediaType();
        Optional<Content> content = documented.content(type);
        Object body = reply.body();
        if (content.isEmpty() || body == null) {
            return new Response(reply.status(), all, Body.NONE);
        }
        all.put("Content-Type", content.get().sentAs());
        return new Response(reply.status(), all, body(body, content.get()));
    }

    private static Body body(Object body, Content content) {
        StreamBody stream = content.stream();
        if (stream != null && body instanceof Streamed items) {
            return new Body.Items(() -> pieces(items, stream), items.every());
        }
        return body instanceof Body made ? made : Body.of(content.write(body));
    }

    /** Each item is checked when it is asked for; one that is broken is none. */
    private static Iterator<byte[]> pieces(Streamed items, StreamBody stream) {
        return LongStream.range(0, items.count())
                .mapToObj(index -> stream.write(items.item().apply(index), index))
                .iterator();
    }

    /** The headers of the reply itself. */
    static Map<String, String> headers(Reply reply) {
        var all = new LinkedHashMap<String, String>();
        reply.headers().forEach((name, value) -> all.put(name, text(value)));
        return all;
    }

    /** The value of a header in the style "simple" (OpenAPI 3.0.3 section 4.7.12.1): a list has commas between. */
    static String text(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        JsonNode tree = Json.mapper().valueToTree(value);
        if (!tree.isArray()) {
            return tree.asText();
        }
        var items = new StringJoiner(",");
        tree.forEach(item -> items.add(item.asText()));
        return items.toString();
    }
}
