package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.generate.calls.WrittenRequest;
import dev.understudy.road.Exchange;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A way to the APIs. */
interface Line {
    /** What comes back; {@code allowed} says whether the contract allows the request. */
    Heard send(WrittenRequest sent, boolean allowed);

    default Heard send(WrittenRequest sent) {
        return send(sent, true);
    }

    /** An answer, byte for byte. */
    record Heard(int status, String text) {
        JsonNode json() {
            return Wire.json(text.getBytes(UTF_8));
        }
    }

    /** Straight to the exchange, where every reply is checked on its way out. */
    static Line inMemory(Exchange exchange) {
        Headers headers =
                Headers.of(Map.of("Authorization", List.of("Bearer t"), "Content-Type", List.of("application/json")));
        return (sent, allowed) -> {
            String[] target = sent.target().split("\\?", 2);
            var request = new Request(
                    sent.method(),
                    target[0],
                    target.length == 2 ? target[1] : null,
                    headers,
                    sent.body().getBytes(UTF_8));
            dev.understudy.api.Response response = exchange.answer(request).response();
            return new Heard(response.status(), new String(response.bytes(), UTF_8));
        };
    }

    /** Over a port, where the judge sees every request and every answer. */
    static Line over(Client client) {
        return (sent, allowed) -> {
            Client sender = allowed ? client : client.wrongly();
            Response response =
                    sent.method().equals("GET") ? sender.get(sent.target()) : sender.post(sent.target(), sent.body());
            return new Heard(response.statusCode(), new String(response.asByteArray(), UTF_8));
        };
    }
}
