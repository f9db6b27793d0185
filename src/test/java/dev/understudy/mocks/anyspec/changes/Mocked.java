package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.generate.values.Values;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.Samples;
import dev.understudy.road.Answer;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Road;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.InitialStates;
import dev.understudy.session.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A contract and one session of it in memory, from the request to the very bytes of the answer. */
public final class Mocked {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    /** In bytes: answers that are sent again from memory must be right, too. */
    private static final long KEPT = 1 << 20;

    private final Road road;
    private final State loaded;
    private final Session session = new Session("test");

    /** Of this contract, with five records a list. */
    public Mocked(Contract contract) {
        this(contract, ChangeLimits.DEFAULT);
    }

    Mocked(Contract contract, ChangeLimits limits) {
        var values = new Values(contract.lowered(), contract.schemas());
        Samples samples = (pointer, seed) ->
                values.another(pointer, seed, Direction.ANSWER) instanceof GenerationResult.Value made
                        ? Optional.of(made.value())
                        : Optional.empty();
        var collections = new Collections(contract, samples, 5);
        var api = new AnySpec(
                contract,
                (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER),
                collections,
                new Changes(collections, NOON, limits));
        var loading = new State.Loading();
        api.load(loading, Map.of());
        this.loaded = loading.state();
        this.road = new Road(
                Map.of(contract, api),
                InitialStates.all(loaded),
                Rulebook.NONE,
                KEPT,
                StatsCounter.disabledStatsCounter());
    }

    /**
     * An answer.
     *
     * @param notes what of the call was taken and is worth a look
     * @param reason why the call was refused, or the server could not answer it; empty if neither is so
     */
    public record MockReply(int status, Map<String, String> headers, String text, List<String> notes, String reason) {
        public JsonNode body() {
            try {
                return text.isEmpty()
                        ? MissingNode.getInstance()
                        : Json.mapper().readTree(text);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(text, e);
            }
        }

        public JsonNode at(String pointer) {
            return body().at(pointer);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** The same in a session of this seed. */
    public Mocked seeded(long seed) {
        session.setSeed(seed);
        return this;
    }

    /** The records as calls have left them. */
    State state() {
        return session.state(loaded);
    }

    /**
     * Sends a request.
     *
     * @param rest its body, the media type of that, and then names and values of headers
     */
    public MockReply call(String method, String target, String... rest) {
        byte[] body = rest.length > 0 ? rest[0].getBytes(UTF_8) : new byte[0];
        String type = rest.length > 1 ? rest[1] : "application/json";
        var headers = new HashMap<String, List<String>>(Map.of("Host", List.of("mock.test")));
        if (body.length > 0) {
            headers.put("Content-Type", List.of(type));
        }
        for (int i = 2; i + 1 < rest.length; i += 2) {
            headers.put(rest[i], List.of(rest[i + 1]));
        }
        int query = target.indexOf('?');
        var request = new Request(
                method,
                query < 0 ? target : target.substring(0, query),
                query < 0 ? null : target.substring(query + 1),
                Headers.of(headers),
                body);
        Answer answer = road.answer(new IncomingRequest(request, session, ScanBudget.UNLIMITED));
        Response response = answer.response();
        return new MockReply(
                response.status(),
                response.headers(),
                new String(response.bytes(), UTF_8),
                answer.notes().stream().map(Violation::message).toList(),
                Objects.requireNonNullElse(answer.reason(), ""));
    }
}
