package dev.understudy.load.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as its file has it.
 *
 * @param tree null if it is no record, or not fit to be checked
 * @param findings what is wrong with its text
 * @param sound whether nothing is wrong with its text, that of merge files included
 * @param whole whether nothing of it was passed over
 */
public record FileRecord(int record, @Nullable JsonNode tree, List<Finding> findings, boolean sound, boolean whole) {
    static FileRecord of(int record, @Nullable JsonNode tree, List<Finding> findings, boolean whole) {
        return new FileRecord(record, tree, findings, findings.isEmpty(), whole && tree != null);
    }

    /** A record of which it is told already what is wrong with its text. */
    public static FileRecord told(int record, JsonNode tree, boolean sound) {
        return new FileRecord(record, tree, List.of(), sound, true);
    }
}
