package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Instants;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sorts by the requested keys. Records without the property come last in both directions. */
final class Ordering {
    private Ordering() {}

    /** A comparator for these keys, of which there must be at least one; the first takes precedence. */
    static Comparator<JsonNode> by(List<Sorting.Key> keys) {
        return keys.stream()
                .map(Ordering::records)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<JsonNode> records(Sorting.Key key) {
        Property property = key.property();
        Comparator<JsonNode> order = of(key);
        return (a, b) -> {
            JsonNode one = property.of(a);
            JsonNode other = property.of(b);
            return one.isMissingNode() || other.isMissingNode()
                    ? Boolean.compare(one.isMissingNode(), other.isMissingNode())
                    : order.compare(one, other);
        };
    }

    /** A comparator for the values of a key. */
    static Comparator<JsonNode> of(Sorting.Key key) {
        boolean moments = key.property().isMoment();
        return key.descending() ? (a, b) -> -compare(a, b, moments) : (a, b) -> compare(a, b, moments);
    }

    private static int compare(JsonNode one, JsonNode other, boolean moments) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        } else if (one.isNumber() != other.isNumber()) {
            return one.isNumber() ? -1 : 1;
        }
        if (moments) {
            Optional<Instant> first = Instants.of(one);
            Optional<Instant> second = Instants.of(other);
            if (first.isPresent() && second.isPresent()) {
                return first.get().compareTo(second.get());
            } else if (first.isPresent() != second.isPresent()) {
                // Values that are not times come after all times; otherwise, the order would not be transitive.
                return first.isPresent() ? -1 : 1;
            }
        }
        return String.CASE_INSENSITIVE_ORDER
                .thenComparing(Comparator.naturalOrder())
                .compare(one.asText(), other.asText());
    }
}
