package dev.understudy.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call by place: for each place an object that is keyed by the names of the parameters, with
 * defaults filled in. Nobody changes them.
 *
 * @param body a JSON value; the text of a body of text, or the bytes of any other; null if there was no body
 */
public record Arguments(
        ObjectNode path, ObjectNode query, ObjectNode header, ObjectNode cookie, @Nullable JsonNode body) {
    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    /** No argument at all. */
    public static final Arguments NONE = new Arguments(EMPTY, EMPTY, EMPTY, EMPTY, null);

    /** Puts arguments together, one by one. */
    public static final class Builder {
        private ObjectNode path = EMPTY;
        private ObjectNode query = EMPTY;
        private ObjectNode header = EMPTY;
        private ObjectNode cookie = EMPTY;
        private @Nullable JsonNode body;

        /** With the value of a parameter, in a place that parameters stand in. */
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

        /** With this body. */
        public Builder body(JsonNode value) {
            body = value;
            return this;
        }

        /** The arguments; the builder may not be used again. */
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
