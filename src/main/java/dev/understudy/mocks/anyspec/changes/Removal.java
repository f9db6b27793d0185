package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds required values that a patch removes from a record: a generated value in their place would be false. */
record Removal(Collections collections) {
    /** The required values that are gone, with pointers into the record. */
    List<Violation> of(ObjectNode before, ObjectNode after, String schema) {
        var gone = new ArrayList<Violation>();
        find(before, after, schema, "", gone);
        return gone;
    }

    private void find(ObjectNode before, ObjectNode after, String schema, String pointer, List<Violation> gone) {
        SchemaView view = collections.view(schema);
        for (Map.Entry<String, JsonNode> property : before.properties()) {
            String name = property.getKey();
            String here = Pointers.child(pointer, name);
            JsonNode now = after.path(name);
            if (now.isMissingNode() && view.requires(name)) {
                gone.add(new Violation(Place.BODY, "", here, "required", Expected.be("left in the record"), "removed"));
            } else if (property.getValue() instanceof ObjectNode inner && now instanceof ObjectNode rest) {
                find(inner, rest, view.properties().getOrDefault(name, ""), here, gone);
            }
        }
    }
}
