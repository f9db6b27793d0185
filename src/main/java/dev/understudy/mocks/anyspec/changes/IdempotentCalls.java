package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a call that repeats an {@code Idempotency-Key} as it was answered first, if the operation documents such a
 * header. The state stores the latest answers.
 */
record IdempotentCalls(Task task) {
    /** The maximum number of stored answers in a state; the oldest is dropped first. */
    private static final int MOST = 1000;

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** @param id the operation and the key */
    private record Known(String id, ObjectNode path, JsonNode body, CollectionAnswer answered) {}

    private CollectionKey<Known> all() {
        return new CollectionKey<>(task.contract().name() + "/~repeats", Known::id);
    }

    /** The documented header and the key in it; empty if there is none. */
    private Optional<Map.Entry<String, JsonNode>> key() {
        ObjectNode headers = task.call().arguments().header();
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        return headers.properties().stream()
                .filter(header -> header.getKey().matches("(?i).*idempotency.*")
                        && !header.getValue().asText().isEmpty())
                .findFirst();
    }

    private String id(String key) {
        return task.operation().operationId() + "\n" + key;
    }

    private JsonNode body() {
        JsonNode body = task.call().arguments().body();
        return body == null ? MissingNode.getInstance() : StorableValues.storable(body);
    }

    /** The answer of the first call with this key; empty if this is the first. */
    Optional<CollectionAnswer> answer() {
        return key().flatMap(key -> task.state()
                .set(all())
                .find(id(key.getValue().asText()))
                .map(known -> isSame(known) ? known.answered() : other(key)));
    }

    private boolean isSame(Known known) {
        return known.path().equals(task.call().arguments().path())
                && known.body().equals(body());
    }

    private CollectionAnswer other(Map.Entry<String, JsonNode> key) {
        var violation = new Violation(
                Place.HEADER,
                key.getKey(),
                "",
                "idempotency",
                Expected.be("another for another request: it came with another body or path before"),
                MessageText.text(key.getValue().asText()));
        return new CollectionAnswer.Refused(task.documents(CONFLICT) ? CONFLICT : UNPROCESSABLE, List.of(violation));
    }

    /** The change, with the answer of this call stored in its state. */
    Change remember(Change change) {
        Optional<Map.Entry<String, JsonNode>> key = key();
        if (key.isEmpty() || !(change.answered() instanceof CollectionAnswer.Done)) {
            return change;
        }
        var repeat = new Known(
                id(key.get().getValue().asText()), task.call().arguments().path(), body(), change.answered());
        return new Change(change.answered(), put(change.next(), all(), repeat, MOST));
    }

    /** The state with one more record, without the oldest if the maximum is reached. */
    static <T> State put(State state, CollectionKey<T> key, T record, int most) {
        State next = state;
        FixtureSet<T> known = state.set(key);
        if (known.size() >= most) {
            next = next.remove(key, key.id().apply(known.first(1).get(0)));
        }
        if (known.byPosition().size() >= 2 * most) {
            // A state keeps removed records until it is trimmed.
            next = next.trimmed(key.path());
        }
        return next.put(key, record);
    }
}
