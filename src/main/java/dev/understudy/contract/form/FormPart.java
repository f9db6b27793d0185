package dev.understudy.contract.form;

import dev.understudy.api.Headers;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.text.Utf8Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a multipart body.
 *
 * @param name the name in its Content-Disposition; null if it has none
 * @param fileName null if it has none
 */
record FormPart(@Nullable String name, @Nullable String fileName, Headers headers, Bytes content) implements RawField {
    private static final String TEXT = "text/plain";

    /** Its Content-Type header, if it has one. */
    Optional<String> contentType() {
        List<String> types = headers.all("Content-Type");
        return types.isEmpty() ? Optional.empty() : Optional.of(types.get(0));
    }

    /** Its media type; what says none is text (RFC 7578 section 4.4). */
    Optional<MediaType> type() {
        return MediaType.of(contentType().orElse(TEXT));
    }

    boolean isJson() {
        return type().filter(MediaType::isJson).isPresent();
    }

    /** Whether it is sent as a file, or as bytes. */
    boolean isFile() {
        return fileName != null
                || type().filter(type -> type.isText() || type.isJson()).isEmpty();
    }

    @Override
    public Optional<String> text() {
        if (type().filter(MediaType::isUtf8).isEmpty()) {
            return Optional.empty();
        }
        return Utf8Text.of(content.whole());
    }

    /** Commas and the like stay as they are: they are what styles divide texts by. */
    @Override
    public String raw() {
        return FormText.encoded(text().orElse(""));
    }

    /** A file is named as curl names it. */
    String shown() {
        return "@" + FormText.encoded(fileName == null ? contentType().orElse(TEXT) : fileName);
    }
}
