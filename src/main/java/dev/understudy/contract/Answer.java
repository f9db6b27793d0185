package dev.understudy.contract;

import dev.understudy.schema.SchemaCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A documented response.
 *
 * @param type the media type of its body; null if it has none
 * @param check the schema of its body; null if any JSON will do
 */
record Answer(@Nullable String type, @Nullable SchemaCheck check, List<Parameter> headers) {
    Optional<String> mediaType() {
        return Optional.ofNullable(type);
    }
}
