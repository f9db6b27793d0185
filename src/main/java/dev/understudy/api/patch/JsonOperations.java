package dev.understudy.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import com.flipkart.zjsonpatch.JsonPatchTestFailedException;
import dev.understudy.api.Json;
import java.util.EnumSet;
import java.util.regex.Pattern;

/**
 * The operations of a JSON Patch (RFC 6902) on a value, done one after the other. What comes of them has at most
 * 500,000 parts and is at most {@link Json#MAX_DEPTH} levels deep, however short the patch is.
 */
public final class JsonOperations {
    private static final int LARGEST = 500_000;

    /** How many parts of values are looked at. */
    private static final int LONGEST = 5_000_000;

    /** A tilde stands for one of two characters (RFC 6901 section 3); the library decodes others, too. */
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    /** By default, the library removes what is not there without a word; RFC 6902 section 4.2 has it be there. */
    private static final EnumSet<CompatibilityFlags> LETTER =
            EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

    private JsonNode value;
    private int size;
    private int looked;

    private JsonOperations(JsonNode value) {
        this.value = value;
    }

    /**
     * What the operations make of a value, which stays as it is.
     *
     * @throws PatchFailure if one of them cannot be done, or makes too much
     */
    public static JsonNode applied(JsonNode operations, JsonNode before) throws PatchFailure {
        var all = new JsonOperations(before.deepCopy());
        for (int i = 0; i < operations.size(); i++) {
            try {
                all.apply(operations.path(i));
            } catch (JsonPatchTestFailedException e) {
                throw new PatchFailure(i, true, String.valueOf(e.getMessage()));
            } catch (JsonPatchApplicationException
                    | IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException e) {
                // For pointers that are none, and for places that a list does not have, the library throws the others.
                throw new PatchFailure(i, false, String.valueOf(e.getMessage()));
            }
        }
        return all.value;
    }

    private void apply(JsonNode operation) {
        String op = operation.path("op").asText();
        String path = pointer(operation.path("path"));
        String from = pointer(operation.path("from"));
        boolean brings = op.equals("copy") || op.equals("move");
        if (brings || op.equals("add") || op.equals("replace")) {
            bound(brings ? at(from) : operation.path("value"), levels(path), op.equals("move"));
        }
        if (op.equals("move") && path.startsWith(from + "/")) {
            throw new IllegalArgumentException("a value cannot be moved into itself");
        } else if (op.equals("remove") && path.endsWith("/-") && at(path).isMissingNode()) {
            throw new IllegalArgumentException("\"-\" is the place behind the last element, where nothing is");
        } else if (op.equals("test") && isSameNumber(at(path), operation.path("value"))) {
            return;
        } else if (path.isEmpty() && brings && !at(from).isMissingNode()) {
            value = at(from).deepCopy();
        } else if (path.isEmpty() && !brings && operation.has("value") && !op.equals("test")) {
            value = operation.path("value").deepCopy();
        } else {
            JsonPatch.applyInPlace(JsonNodeFactory.instance.arrayNode().add(operation), value, LETTER);
        }
    }

    private static String pointer(JsonNode pointer) {
        if (BAD_ESCAPE.matcher(pointer.asText()).find()) {
            throw new IllegalArgumentException("a tilde in a pointer is written ~0, and a slash ~1");
        }
        return pointer.asText();
    }

    private static int levels(String pointer) {
        return (int) pointer.chars().filter(each -> each == '/').count();
    }

    /** Numbers are compared by what they are worth (RFC 6902 section 4.6). */
    private static boolean isSameNumber(JsonNode found, JsonNode wanted) {
        return found.isNumber() && wanted.isNumber() && found.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }

    private void bound(JsonNode added, int level, boolean moved) {
        int before = looked;
        look(added, level);
        size += moved ? 0 : looked - before;
        if (size > LARGEST) {
            throw new IllegalArgumentException("it makes a value of more than " + LARGEST + " parts");
        }
    }

    private void look(JsonNode part, int level) {
        looked++;
        if (part.isContainerNode() && level >= Json.MAX_DEPTH) {
            throw new IllegalArgumentException("it makes a value of more than " + Json.MAX_DEPTH + " levels");
        } else if (looked > LONGEST) {
            throw new IllegalArgumentException("it takes too long");
        }
        for (JsonNode each : part) {
            look(each, level + 1);
        }
    }

    private JsonNode at(String pointer) {
        return pointer.isEmpty() || pointer.startsWith("/") ? value.at(pointer) : MissingNode.getInstance();
    }
}
