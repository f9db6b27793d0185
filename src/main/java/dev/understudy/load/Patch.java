package dev.understudy.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.Source;

/**
 * What a merge file says about one record.
 *
 * @param source the merge file
 * @param record see {@link FileLocation}
 * @param order counts all patches of the collection
 * @param id of the record that is meant; empty in a collection of a single one
 * @param bare the record with nothing but its id
 * @param changes the other keys
 * @param removes whether the record goes as a whole
 * @param sound whether nothing was wrong with its text
 */
record Patch(
        Source source,
        int record,
        int order,
        String id,
        ObjectNode bare,
        ObjectNode changes,
        boolean removes,
        boolean sound) {
    FileLocation location() {
        return new FileLocation(record, "");
    }
}
