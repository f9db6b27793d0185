package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Violation;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Role;
import java.util.List;

/** Reduces one record to what the query of a request names, as in a list. */
record ShownParts(Contract contract, Showing showing, Operation operation, Role.Shows role, ListQuery asked) {
    /** @param whole the answer with the whole record, which nobody changes */
    CollectionAnswer of(JsonNode whole, Content content) {
        List<Violation> notes = new IneffectiveParameters(showing, operation).notes(asked);
        if (!asked.isProjected() || !(DocumentExamples.at(whole, role.path()) instanceof ObjectNode record)) {
            return new CollectionAnswer.Body(whole, content).noting(notes);
        }
        String schema = content.schema().orElse("");
        var projected = new Projection.Projected(showing.inner(schema, role.path()), schema, role.collection());
        var projection = new Projection(contract, showing, operation, projected, asked);
        notes.addAll(projection.notes(List.of(record)));
        ObjectNode left = projection.of(List.of(record)).get(0);
        JsonNode body = role.path().isEmpty() ? left : Paths.replaced((ObjectNode) whole, role.path(), left);
        return new CollectionAnswer.Body(content.keeps(body) ? body : whole, content).noting(notes);
    }
}
