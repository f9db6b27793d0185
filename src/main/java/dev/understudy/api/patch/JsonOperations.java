package dev.understudy.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MessageText;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Applies the operations of a JSON Patch (RFC 6902) to a value, in order. However short the patch is, the result has at
 * most 500,000 parts and is at most {@link Json#MAX_DEPTH} levels deep.
 */
public final class JsonOperations {
    private static final int LARGEST = 500_000;

    /** The maximum number of parts of values that are visited. */
    private static final int LONGEST = 5_000_000;

    /**
     * By default, the library ignores the removal of a missing value; RFC 6902 section 4.2 requires the value to exist.
     */
    private static final EnumSet<CompatibilityFlags> LETTER =
            EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

    private JsonNode value;
    private int size;
    private int looked;

    private JsonOperations(JsonNode value) {
        this.value = value;
    }

    /**
     * The value with the operations applied; the original is not changed.
     *
     * @throws PatchFailure if an operation fails, or makes the value too large
     */
    public static JsonNode applied(JsonNode operations, JsonNode before) throws PatchFailure {
        var all = new JsonOperations(before.deepCopy());
        for (int i = 0; i < operations.size(); i++) {
            Optional<PatchViolation> flaw = all.applied(operations.path(i));
            if (flaw.isPresent()) {
                throw new PatchFailure(i, flaw.get());
            }
        }
        return all.value;
    }

    /** Applies one operation; returns what is wrong with it if it fails. */
    private Optional<PatchViolation> applied(JsonNode operation) {
        Optional<PatchViolation> flaw = new OperationCheck(operation, value).flaw();
        if (flaw.isPresent()) {
            return flaw;
        }
        try {
            apply(operation);
            return Optional.empty();
        } catch (JsonPatchApplicationException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            // The library throws these for anything that only it objects to.
            String why = String.valueOf(e.getMessage());
            return Optional.of(
                    PatchViolation.at("", Expected.be("an operation that can be done"), MessageText.text(why)));
        } catch (TooMuch e) {
            return Optional.of(
                    PatchViolation.at("", Expected.to("make a value of at most " + e.getMessage()), "one of more"));
        }
    }

    /** The value would become too large. */
    private static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1;

        TooMuch(String bound) {
            super(bound, null, false, false);
        }
    }

    private void apply(JsonNode operation) throws TooMuch {
        String op = operation.path("op").asText();
        String path = operation.path("path").asText();
        String from = operation.path("from").asText();
        boolean brings = op.equals("copy") || op.equals("move");
        if (brings || op.equals("add") || op.equals("replace")) {
            bound(brings ? value.at(from) : operation.path("value"), levels(path), op.equals("move"));
        }
        if (op.equals("test")) {
            return;
        } else if (path.isEmpty()) {
            value = (brings ? value.at(from) : operation.path("value")).deepCopy();
        } else {
            JsonPatch.applyInPlace(JsonNodeFactory.instance.arrayNode().add(operation), value, LETTER);
        }
    }

    private static int levels(String pointer) {
        return (int) pointer.chars().filter(each -> each == '/').count();
    }

    private void bound(JsonNode added, int level, boolean moved) throws TooMuch {
        int before = looked;
        look(added, level);
        size += moved ? 0 : looked - before;
        if (size > LARGEST) {
            throw new TooMuch(LARGEST + " parts");
        }
    }

    private void look(JsonNode part, int level) throws TooMuch {
        looked++;
        if (part.isContainerNode() && level >= Json.MAX_DEPTH) {
            throw new TooMuch(Json.MAX_DEPTH + " levels");
        } else if (looked > LONGEST) {
            throw new TooMuch("what can be looked at in time");
        }
        for (JsonNode each : part) {
            look(each, level + 1);
        }
    }
}
