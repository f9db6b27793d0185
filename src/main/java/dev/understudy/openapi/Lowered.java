package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;

/**
 * A document whose schemas are JSON Schema 2020-12, whatever its version. Each schema stands where the document has it.
 *
 * @param document as it is written
 * @param tree the whole document, with its schemas lowered; a discriminator is a note there
 * @param judged the same, with the discriminators that decide spelled out in keywords that say the same
 * @param oneResource whether each reference is to a place of the document; not so if a schema has an {@code $id}
 */
public record Lowered(Document document, JsonNode tree, JsonNode judged, boolean oneResource) {
    /** Where the document has what stands at this place, or what it was made of. */
    public String written(String pointer) {
        String present = pointer;
        while (!present.isEmpty() && document.part(present).value().isMissingNode()) {
            present = Pointers.parent(present);
        }
        return present;
    }
}
