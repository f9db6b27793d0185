package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the fixture record that a part of a reply was made from. */
record RecordFinder(String name, List<FixtureSchema> fixtures) {
    /** The record; empty if the place lies in none. */
    Optional<Remedy> record(JsonNode reply, String pointer) {
        // From the outside in: what lies inside a record may name other records by the same key.
        for (int end = 0; end >= 0; end = pointer.indexOf('/', end + 1)) {
            Optional<Remedy> found = at(reply.at(pointer.substring(0, end)));
            if (found.isPresent()) {
                return found;
            }
        }
        return at(reply.at(pointer));
    }

    private Optional<Remedy> at(JsonNode value) {
        var files = new ArrayList<String>();
        String id = "";
        for (FixtureSchema fixture : fixtures) {
            if (fixture.id() != null && value.path(fixture.id()).isValueNode()) {
                id = value.path(fixture.id()).asText();
                files.add("fixtures/" + name + "/" + fixture.collection() + ".json");
            }
        }
        // Two collections may have the same key; the reply does not say which of them it came from.
        return files.isEmpty() ? Optional.empty() : Optional.of(new Remedy(id, files));
    }
}
