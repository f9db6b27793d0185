package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.patch.JsonOperations;
import dev.understudy.api.patch.PatchFailure;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes part of a record with a merge patch (RFC 7396) or a JSON Patch (RFC 6902). */
final class Patching {
    private static final int CONFLICT = 409;

    private final Task task;
    private @Nullable CollectionAnswer refused;

    Patching(Task task) {
        this.task = task;
    }

    /** Whether the body is a list of operations. */
    boolean isOperations() {
        JsonNode body = task.call().arguments().body();
        return task.call().consumes().contains("json-patch")
                || (body != null && body.isArray() && body.path(0).has("op"));
    }

    /** The record after the operations, with {@code readOnly} properties unchanged; empty if an operation fails. */
    Optional<ObjectNode> operations(ObjectNode before) {
        JsonNode body = task.call().arguments().body();
        JsonNode operations = body == null ? JsonNodeFactory.instance.arrayNode() : body;
        try {
            JsonNode after = JsonOperations.applied(operations, before);
            Optional<Violation> broken = after instanceof ObjectNode changed
                    ? new FixedKeys(task).broken(operations, changed, before)
                    : Optional.empty();
            if (broken.isPresent()) {
                refused = new CollectionAnswer.Refused(new ChangeRefusals(task).unprocessable(), List.of(broken.get()));
                return Optional.empty();
            } else if (after instanceof ObjectNode changed) {
                return Optional.of(kept(SubmittedValues.of(task, changed), before));
            }
            refuse("", "path", Expected.to("leave an object"), MessageText.value(after), 0);
        } catch (PatchFailure e) {
            String pointer = Pointers.child("", e.index()) + e.pointer();
            refuse(pointer, e.isTest() ? "test" : "path", e.expected(), e.got(), e.isTest() ? CONFLICT : 0);
        }
        return Optional.empty();
    }

    private void refuse(String pointer, String keyword, Expected expected, String got, int status) {
        var violation = new Violation(Place.BODY, "", pointer, keyword, expected, got);
        int documented = status != 0 && task.documents(status) ? status : new ChangeRefusals(task).unprocessable();
        refused = new CollectionAnswer.Refused(documented, List.of(violation));
    }

    /** The reason why an operation failed. */
    CollectionAnswer refused() {
        return Objects.requireNonNull(refused);
    }

    private ObjectNode kept(ObjectNode after, ObjectNode before) {
        SchemaView item = task.collections().view(task.collection().item());
        before.properties().forEach(property -> {
            String schema = item.properties().getOrDefault(property.getKey(), "");
            if (task.collections().view(schema).isReadOnly()) {
                after.set(property.getKey(), property.getValue());
            }
        });
        return after;
    }

    /** The record with the values of the body, and without properties that are null in it. */
    ObjectNode merged(ObjectNode before, ObjectNode given) {
        boolean removes = task.call().consumes().contains("merge-patch");
        ObjectNode record = before.deepCopy();
        merge(record, given, task.collection().item(), removes);
        return record;
    }

    private void merge(ObjectNode target, ObjectNode patch, String schema, boolean removes) {
        Map<String, String> properties = task.collections().view(schema).properties();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String name = change.getKey();
            String own = properties.getOrDefault(name, "");
            JsonNode value = change.getValue();
            if (value.isNull()) {
                boolean stays = !removes && (own.isEmpty() || keepsNull(own));
                if (stays) {
                    target.set(name, value);
                } else {
                    target.remove(name);
                }
            } else if (value instanceof ObjectNode inner) {
                ObjectNode there = target.path(name) instanceof ObjectNode object ? object : target.putObject(name);
                merge(there, inner, own, removes);
            } else {
                target.set(name, value);
            }
        }
    }

    private boolean keepsNull(String schema) {
        return task.contract().keeps(schema, NullNode.getInstance());
    }
}
