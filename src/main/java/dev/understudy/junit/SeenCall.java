package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call that the server noted, as {@code GET /-/sessions/KEY/calls} lists it.
 *
 * @param target its path and query, as they were sent
 * @param api the contract that it belongs to; empty for none
 * @param operation the operation that it reached; empty for none
 * @param verdict {@code kept}, {@code warned} where it went on though something broke the contract, {@code refused}
 *     where the call broke the contract or reached no operation, or {@code failed} where the server could not answer it
 * @param cause where the answer comes from, such as {@code record} or {@code made}; empty where nobody needs to know
 * @param reason the first thing that was wrong; empty if nothing was
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
