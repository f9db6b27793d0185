package dev.understudy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** What came over the wire, number for number. */
final class Wire {
    private Wire() {}

    static JsonNode json(Response response) {
        return json(response.asByteArray());
    }

    static JsonNode json(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (MalformedJson e) {
            throw new AssertionError(e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }
}
