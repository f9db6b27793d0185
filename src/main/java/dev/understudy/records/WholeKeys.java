package dev.understudy.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.mocks.anyspec.collections.WholeNumber;

/** Has the keys of records that are integers in another spelling, as 7000.0 or 7e3 (JSON Schema 2020-12), in digits. */
final class WholeKeys {
    private WholeKeys() {}

    /** The record with such keys; the same if it has none. */
    static JsonNode in(RecordCollection holder, JsonNode record) {
        JsonNode whole = record;
        for (String place : holder.keys()) {
            JsonNode value = record.at(place);
            JsonNode inDigits = WholeNumber.inDigits(value);
            if (inDigits != value) {
                whole = whole == record ? record.deepCopy() : whole;
                JsonNode around = whole.at(JsonPointer.compile(Pointers.parent(place)));
                if (around instanceof ObjectNode object) {
                    object.set(Pointers.last(place), inDigits);
                }
            }
        }
        return whole;
    }
}
