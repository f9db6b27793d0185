package dev.understudy.road;

import dev.understudy.api.Json;
import dev.understudy.api.JsonWritable;
import dev.understudy.api.JsonWriter;
import dev.understudy.api.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An error that belongs to no API, as RFC 9457 defines it.
 *
 * @param instance the path of the request
 * @param nearest suggestions, as in {@code GET /api/work-tasks}
 */
public record Problem(String type, String title, int status, String detail, String instance, List<String> nearest)
        implements JsonWritable {
    public Problem {
        nearest = List.copyOf(nearest);
    }

    @Override
    public void write(JsonWriter json) throws IOException {
        json.start();
        json.required("type", type);
        json.required("title", title);
        json.required("status", status);
        json.required("detail", detail);
        json.optional("instance", instance.isEmpty() ? null : instance);
        json.optional("nearest", nearest.isEmpty() ? null : nearest);
        json.end();
    }

    /** A problem that is fully described by its status, title and detail. */
    public static Problem of(int status, String title, String detail, String instance) {
        return new Problem("about:blank", title, status, detail, instance, List.of());
    }

    /** The problem as a response with these additional headers. */
    public Response response(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/problem+json");
        return new Response(status, all, Json.write(this));
    }

    /** The problem as an answer. */
    public Answer answer() {
        return Answer.of(response(Map.of()), detail);
    }
}
