package dev.understudy.openapi.overlay;

import dev.understudy.api.Pointers;

/**
 * Where a value of an amended document was written.
 *
 * @param source 0 for the document itself, n for the nth overlay
 * @param pointer in that file
 */
public record Origin(int source, String pointer) {
    Origin child(String key) {
        return new Origin(source, Pointers.child(pointer, key));
    }
}
