package dev.understudy.load.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes what {@code @today+3d} means at one instant, in those places of a record that hold a moment. */
public final class RelativeDates {
    private final Function<String, Optional<String>> samples;
    private final Instant now;
    private volatile boolean used;

    public RelativeDates(Function<String, Optional<String>> samples, Instant now) {
        this.samples = samples;
        this.now = now;
    }

    /** Whether a text may be meant so; it is one only where the schema has a moment. */
    static boolean isOne(String text) {
        return !text.isEmpty() && text.charAt(0) == '@';
    }

    /** Whether any moment was told by its distance from now. */
    public boolean isUsed() {
        return used;
    }

    /** Changes the record in place. */
    public void resolve(int record, JsonNode tree, Consumer<Finding> found) {
        if (tree instanceof ObjectNode object) {
            resolve(new FileLocation(record, ""), object, found);
        }
    }

    private void resolve(FileLocation location, ObjectNode object, Consumer<Finding> found) {
        object.properties()
                .forEach(entry -> entry.setValue(resolved(location.child(entry.getKey()), entry.getValue(), found)));
    }

    private JsonNode resolved(FileLocation location, JsonNode value, Consumer<Finding> found) {
        if (value instanceof ObjectNode object) {
            resolve(location, object, found);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolved(location.child(Integer.toString(i)), array.get(i), found));
            }
        } else if (value.isTextual() && isOne(value.textValue())) {
            return samples.apply(location.pointer())
                    .map(sample -> written(location, value.textValue(), Notation.like(sample), found))
                    .orElse(value);
        }
        return value;
    }

    private JsonNode written(FileLocation location, String text, Notation notation, Consumer<Finding> found) {
        used = true;
        Optional<Instant> moment = RelativeDate.parse(text, now);
        if (moment.isEmpty()) {
            found.accept(RelativeDate.fault(location, text));
        }
        // Instead of a broken one, something that no check complains of again.
        return notation.write(moment.orElse(now));
    }
}
