package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.mocks.anyspec.collections.WholeNumber;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the keys of a record unchanged by any update, and notes when an update differs from them. */
record FixedKeys(Task task) {
    /** The keys for which the body has other values than the record. */
    List<Violation> notes(ObjectNode before) {
        List<String> way = task.way().orElse(List.of());
        JsonNode body = task.call().arguments().body();
        JsonNode given = body == null ? MissingNode.getInstance() : body;
        for (String step : way) {
            given = given.path(step);
        }
        return notes(before, given, Pointers.of(way));
    }

    /**
     * The keys for which one of several records in the body has other values.
     *
     * @param pointer the place of the record in the body
     */
    List<Violation> notes(ObjectNode before, JsonNode given, String pointer) {
        var notes = new ArrayList<Violation>();
        for (Property key : keys()) {
            JsonNode said = key.of(given);
            if (!said.isMissingNode() && isOther(key, said, before)) {
                notes.add(violation(pointer + key, key, said, before));
            }
        }
        return notes;
    }

    /** The first key that the operations of a JSON Patch change or remove, with the responsible operation. */
    Optional<Violation> broken(JsonNode operations, ObjectNode after, ObjectNode before) {
        for (Property key : keys()) {
            JsonNode now = key.of(after);
            if (isOther(key, now, before)) {
                return Optional.of(violation(place(operations, key.toString()), key, now, before));
            }
        }
        return Optional.empty();
    }

    private List<Property> keys() {
        return task.collection().keys().stream()
                .flatMap(key -> Optional.ofNullable(key.property()).stream())
                .toList();
    }

    private static boolean isOther(Property key, JsonNode now, ObjectNode before) {
        JsonNode own = key.of(before);
        String text = WholeNumber.inDigits(own).asText();
        String other = WholeNumber.inDigits(now).asText();
        boolean same = key.schema().isUuid() ? text.equalsIgnoreCase(other) : text.equals(other);
        return !own.isMissingNode() && !same;
    }

    private static Violation violation(String pointer, Property key, JsonNode now, ObjectNode before) {
        Expected stay = Expected.to("leave " + key + " of the record " + MessageText.value(key.of(before)));
        return new Violation(
                Place.BODY, "", pointer, "key", stay, now.isMissingNode() ? "removed" : MessageText.value(now));
    }

    /** The last operation that affects the key. */
    private static String place(JsonNode operations, String key) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            String pointer = Pointers.child("", i);
            JsonNode operation = operations.path(i);
            String op = operation.path("op").asText();
            if (!op.equals("test") && touches(operation.path("path").asText(), key)) {
                return Pointers.child(pointer, "path");
            } else if (op.equals("move") && touches(operation.path("from").asText(), key)) {
                return Pointers.child(pointer, "from");
            }
        }
        return "";
    }

    private static boolean touches(String path, String key) {
        return key.equals(path) || key.startsWith(path + "/");
    }
}
