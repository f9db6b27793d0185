package dev.understudy.records;

import org.jspecify.annotations.Nullable;

/**
 * What set a value of a record.
 *
 * @param pointer of the value in the record (RFC 6901)
 * @param layer {@code built-in}, {@code folder 1} for the first folder of fixtures and so on, {@code contract} for an
 *     example of the contract or a value made of its schema, or {@code session} for what the session changed
 * @param file below its folder; null where no file set it
 * @param line in the file, from 1; null where no file set it
 */
public record ValueLayer(String pointer, String layer, @Nullable String file, @Nullable Integer line) {
    static final String CONTRACT = "contract";

    static final String SESSION = "session";

    static ValueLayer of(String pointer, String layer) {
        return new ValueLayer(pointer, layer, null, null);
    }
}
