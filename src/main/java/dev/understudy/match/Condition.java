package dev.understudy.match;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;

/**
 * What one value of a call must be.
 *
 * @param name of the parameter, as the contract defines it; empty for the body
 * @param pointer into the argument or the body; empty for all of it
 */
public record Condition(Place place, String name, JsonPointer pointer, ValueTest demand) {
    boolean holds(Arguments arguments) {
        return demand.holds(value(arguments));
    }

    List<Violation> differences(Arguments arguments) {
        JsonNode value = value(arguments);
        return demand.holds(value)
                ? List.of()
                : demand.differences(new CallPlace(place, name, pointer.toString()), value);
    }

    /** In words, as in {@code query "page" equal to 1}. */
    String text() {
        return new CallPlace(place, name, pointer.toString()).text() + " " + demand.text();
    }

    /** A missing node where the call has none. */
    private JsonNode value(Arguments arguments) {
        JsonNode whole =
                switch (place) {
                    case PATH -> arguments.path().path(name);
                    case QUERY -> arguments.query().path(name);
                    case HEADER -> arguments.header().path(name);
                    case COOKIE -> arguments.cookie().path(name);
                    default -> arguments.body() == null ? MissingNode.getInstance() : arguments.body();
                };
        return whole.at(pointer);
    }
}
