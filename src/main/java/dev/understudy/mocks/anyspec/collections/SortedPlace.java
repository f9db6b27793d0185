package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place in a sorted list: the record before it, and its sort values when the token was issued. The place stays the
 * same even if the record moves, so that the next page neither repeats nor skips records.
 *
 * @param id the record's id
 * @param order the sort keys of the list, as in {@code -/price}
 * @param values an object with the record's sort values
 */
record SortedPlace(String id, String order, ObjectNode values) {
    /** In characters; if the sort values are longer, the token names only the record. */
    private static final int LONGEST = 800;

    /** The place after a record, as it is shown. */
    static SortedPlace of(String id, JsonNode record, List<Sorting.Key> keys) {
        return new SortedPlace(id, order(keys), values(record, keys));
    }

    /** The place that a text stands for; empty if it stands for none. */
    static Optional<SortedPlace> read(String text) {
        try {
            JsonNode parts =
                    Json.mapper().readTree(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            boolean whole = parts.size() == 3
                    && parts.path(0).isTextual()
                    && parts.path(1).isTextual()
                    && parts.path(2).isObject();
            return whole
                    ? Optional.of(new SortedPlace(
                            parts.path(0).textValue(), parts.path(1).textValue(), (ObjectNode) parts.path(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The text for this place; empty if it would be too long for a query. */
    Optional<String> text() {
        byte[] parts = Json.write(
                JsonNodeFactory.instance.arrayNode().add(id).add(order).add(values));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(parts);
        return Optional.of(text).filter(each -> each.length() <= LONGEST);
    }

    /** Whether it is a place in a list with these sort keys. */
    boolean isIn(List<Sorting.Key> keys) {
        return order.equals(order(keys));
    }

    /** Whether the record still has the same sort values. */
    boolean isOf(JsonNode record, List<Sorting.Key> keys) {
        return Ordering.by(keys).compare(record, values) == 0;
    }

    private static String order(List<Sorting.Key> keys) {
        return keys.stream()
                .map(key -> (key.descending() ? "-" : "") + key.property())
                .collect(Collectors.joining(","));
    }

    private static ObjectNode values(JsonNode record, List<Sorting.Key> keys) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Sorting.Key key : keys) {
            JsonNode value = key.property().of(record);
            if (!value.isMissingNode()) {
                Paths.set(values, key.property().path(), value);
            }
        }
        return values;
    }
}
