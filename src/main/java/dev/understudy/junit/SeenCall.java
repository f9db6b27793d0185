package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call that the server recorded, as {@code GET /-/sessions/KEY/calls} lists it.
 *
 * @param target the path and query, as they were sent
 * @param api the contract that the call belongs to; empty if it belongs to none
 * @param operation the operation that the call reached; empty if it reached none
 * @param verdict {@code kept}; {@code warned} if something broke the contract but the call was answered;
 *     {@code refused} if the call broke the contract or reached no operation; {@code failed} if the server could not
 *     answer it
 * @param cause the origin of the answer, such as {@code record} or {@code made}; empty if it does not matter
 * @param reason the first violation; empty if there was none
 */
public record SeenCall(
        long id,
        Instant time,
        String method,
        String target,
        String api,
        String operation,
        int status,
        String verdict,
        String cause,
        String reason) {
    static SeenCall of(JsonNode line) {
        return new SeenCall(
                line.path("id").asLong(),
                Instant.parse(line.path("time").asText()),
                line.path("method").asText(),
                line.path("target").asText(),
                line.path("api").asText(),
                line.path("operation").asText(),
                line.path("status").asInt(),
                line.path("verdict").asText(),
                line.path("cause").asText(),
                line.path("reason").asText());
    }
}
