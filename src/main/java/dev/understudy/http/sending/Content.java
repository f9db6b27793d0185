package dev.understudy.http.sending;

import dev.understudy.api.Body;
import dev.understudy.api.Effect;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The content of an answer.
 *
 * @param length in bytes; negative if it is not known in advance
 * @param pieces supplies the pieces from the start
 * @param every the time between two pieces
 */
record Content(long length, Supplier<Iterator<byte[]>> pieces, Duration every) {
    static final Content NONE = new Content(0, Collections::emptyIterator, Duration.ZERO);

    static Content of(Body body) {
        if (body instanceof Body.Items items) {
            return new Content(-1, items.pieces(), items.every());
        } else if (body instanceof Body.File file) {
            return new Content(file.length(), () -> new FilePieces(file), Duration.ZERO);
        }
        byte[] bytes = body.bytes();
        return bytes.length == 0
                ? NONE
                : new Content(bytes.length, () -> List.of(bytes).iterator(), Duration.ZERO);
    }

    /** The content with these effects applied. */
    Content after(Parts parts) {
        Content truncated = parts.find(Effect.Truncate.class)
                .map(cut -> truncated(cut.length()))
                .orElse(this);
        return parts.find(Effect.Garble.class)
                .map(garble -> truncated.garbled(garble.seed()))
                .orElse(truncated);
    }

    private Content truncated(long most) {
        if (length >= 0 && length <= most) {
            return this;
        }
        return new Content(length < 0 ? length : most, () -> new Truncated(pieces.get(), most), every);
    }

    private Content garbled(long seed) {
        return new Content(length, () -> new Garbled(pieces.get(), seed), every);
    }
}
