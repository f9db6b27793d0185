package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import java.util.EnumSet;

/** A change of the JSON of an answer. */
sealed interface BodyPatch {
    /** What it makes of this value, which stays as it is. */
    JsonNode applied(JsonNode body) throws Unfit;

    /** The value has no such place, or is not what an operation tests for. */
    final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final int operation;

        Unfit(int operation, String message) {
            super(message, null, false, false);
            this.operation = operation;
        }

        /** The index of the operation; -1 if it is none of them. */
        int operation() {
            return operation;
        }
    }

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
        /** What copies of copies could fill the memory with. */
        private static final int LARGEST = 500_000;

        /** By default, the library removes what is not there without a word; RFC 6902 section 4.2 has it be there. */
        private static final EnumSet<CompatibilityFlags> LETTER =
                EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

        @Override
        public JsonNode applied(JsonNode body) throws Unfit {
            JsonNode after = body;
            for (int i = 0; i < operations.size(); i++) {
                after = applied(operations.path(i), after, i);
            }
            return after;
        }

        private static JsonNode applied(JsonNode operation, JsonNode before, int index) throws Unfit {
            if (operation.path("op").asText().equals("copy") && isLarger(before, LARGEST / 2)) {
                throw new Unfit(index, "operation " + index + " makes the answer too large");
            }
            try {
                return JsonPatch.apply(JsonNodeFactory.instance.arrayNode().add(operation), before, LETTER);
            } catch (JsonPatchApplicationException
                    | IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException e) {
                // For pointers that are none, and for places that a list does not have, the library throws the others.
                throw new Unfit(index, "operation " + index + ": " + e.getMessage());
            }
        }

        private static boolean isLarger(JsonNode value, int most) {
            return count(value, most) > most;
        }

        private static int count(JsonNode value, int most) {
            int count = 1;
            for (JsonNode each : value) {
                if (count > most) {
                    return count;
                }
                count += count(each, most - count);
            }
            return count;
        }
    }
}
