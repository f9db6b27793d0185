package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.patch.JsonOperations;
import dev.understudy.api.patch.PatchFailure;

/** A change to the JSON of an answer. */
sealed interface BodyPatch {
    /**
     * The changed value; the original is not modified.
     *
     * @throws PatchFailure if the value lacks a place that is changed, or fails a {@code test} operation
     */
    JsonNode applied(JsonNode body) throws PatchFailure;

    /** A merge patch (RFC 7396). */
    record Merge(JsonNode patch) implements BodyPatch {
        @Override
        public JsonNode applied(JsonNode body) {
            return merged(body, patch);
        }

        private static JsonNode merged(JsonNode target, JsonNode patch) {
            if (!(patch instanceof ObjectNode changes)) {
                return patch;
            }
            ObjectNode merged =
                    target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
            changes.properties().forEach(change -> {
                if (change.getValue().isNull()) {
                    merged.remove(change.getKey());
                } else {
                    merged.set(change.getKey(), merged(merged.path(change.getKey()), change.getValue()));
                }
            });
            return merged;
        }
    }

    /** A JSON Patch (RFC 6902). */
    record Operations(ArrayNode operations) implements BodyPatch {
        @Override
        public JsonNode applied(JsonNode body) throws PatchFailure {
            return JsonOperations.applied(operations, body);
        }
    }
}
