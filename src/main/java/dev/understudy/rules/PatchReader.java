package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.flipkart.zjsonpatch.InvalidJsonPatchException;
import com.flipkart.zjsonpatch.JsonPatch;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import org.jspecify.annotations.Nullable;

/** Reads the patch that a rule applies to an answer. */
final class PatchReader {
    private PatchReader() {}

    /** The patch in the answer; null for none. */
    static @Nullable BodyPatch read(JsonNode answer, String at, Faults faults) {
        if (answer.has("patch")) {
            return new BodyPatch.Merge(answer.path("patch"));
        }
        if (!(answer.path("jsonPatch") instanceof ArrayNode operations)) {
            return null;
        }
        for (int i = 0; i < operations.size(); i++) {
            JsonNode operation = operations.get(i);
            try {
                JsonPatch.validate(JsonNodeFactory.instance.arrayNode().add(operation));
                pointer(operation, "path", at + "/jsonPatch/" + i, faults);
                pointer(operation, "from", at + "/jsonPatch/" + i, faults);
            } catch (InvalidJsonPatchException e) {
                Expected expected = Expected.be("an operation of JSON Patch (RFC 6902)");
                faults.add(at + "/jsonPatch/" + i, "patch", expected, operation, e.getMessage());
            }
        }
        return new BodyPatch.Operations(operations);
    }

    private static void pointer(JsonNode operation, String key, String at, Faults faults) {
        JsonNode pointer = operation.path(key);
        if (!pointer.isMissingNode() && !Pointers.isPointer(pointer.asText())) {
            Expected expected = Expected.be("a JSON pointer (RFC 6901), such as /items/0/id");
            faults.add(at + "/" + key, "patch", expected, pointer, null);
        }
    }
}
