package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, in one object for each place, keyed by parameter name and with defaults filled in. Immutable
 * by convention: nobody changes the objects.
 *
 * @param body a JSON value for a JSON body, a text node for a text body, a binary node for any other body; null if
 *     there was no body
 */
public record Arguments(
        ObjectNode path, ObjectNode query, ObjectNode header, ObjectNode cookie, @Nullable JsonNode body) {
    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    /** No arguments. */
    public static final Arguments NONE = new Arguments(EMPTY, EMPTY, EMPTY, EMPTY, null);

    /** The length of their values as JSON, in bytes. */
    public int length() {
        return Stream.of(path, query, header, cookie, body)
                .filter(Objects::nonNull)
                .mapToInt(values -> Json.write(values).length)
                .sum();
    }

    /** Builds arguments one at a time. */
    public static final class Builder {
        private ObjectNode path = EMPTY;
        private ObjectNode query = EMPTY;
        private ObjectNode header = EMPTY;
        private ObjectNode cookie = EMPTY;
        private @Nullable JsonNode body;

        /** Adds the value of a parameter; the place must be one for parameters. */
        public Builder with(Violation.Place place, String name, JsonNode value) {
            switch (place) {
                case PATH -> path = set(path, name, value);
                case QUERY -> query = set(query, name, value);
                case HEADER -> header = set(header, name, value);
                case COOKIE -> cookie = set(cookie, name, value);
                default -> throw new IllegalArgumentException("No parameter stands in the " + place.word());
            }
            return this;
        }

        /** Sets the body. */
        public Builder body(JsonNode value) {
            body = value;
            return this;
        }

        /** The finished arguments; do not use the builder afterwards. */
        public Arguments build() {
            return new Arguments(path, query, header, cookie, body);
        }

        private static ObjectNode set(ObjectNode object, String name, JsonNode value) {
            ObjectNode target = object == EMPTY ? JsonNodeFactory.instance.objectNode() : object;
            target.set(name, value);
            return target;
        }
    }
}
