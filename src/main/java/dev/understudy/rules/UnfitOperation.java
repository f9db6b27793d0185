package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Pointers;
import dev.understudy.api.Response;
import dev.understudy.api.patch.PatchFailure;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.match.Reachable;
import java.util.Optional;

/**
 * An operation of a JSON Patch that cannot be applied to an answer.
 *
 * @param index the index of the operation in the patch, from 0
 */
record UnfitOperation(int index, JsonNode operation) {
    /** The first operation of a patch that cannot be applied to an answer; empty if all can. */
    static Optional<UnfitOperation> of(BodyPatch.Operations patch, Response answer) {
        try {
            patch.applied(Json.readBack(answer.bytes()));
            return Optional.empty();
        } catch (PatchFailure failure) {
            return Optional.of(
                    new UnfitOperation(failure.index(), patch.operations().path(failure.index())));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /**
     * Whether it fails on every answer of the contract: the place never exists, or a value would be moved into itself.
     */
    boolean isEverywhere(Answer answer) {
        String path = operation.path("path").asText();
        String from = operation.path("from").asText();
        String op = operation.path("op").asText();
        if (op.equals("move") && path.startsWith(from + "/")) {
            return true;
        }
        String needed =
                switch (op) {
                    case "move", "copy" -> from;
                    case "add" -> path.isEmpty() ? "" : Pointers.parent(path);
                    default -> path;
                };
        return answer.contents().stream()
                .filter(content -> content.form() == Content.Form.JSON)
                .noneMatch(content -> Reachable.mayBe(content, needed));
    }
}
