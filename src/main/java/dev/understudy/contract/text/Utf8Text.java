package dev.understudy.contract.text;

import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text that bytes write in UTF-8, if they write one. */
public final class Utf8Text {
    private Utf8Text() {}

    /** Empty if they write none. */
    public static Optional<String> of(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text of a body, which must have one. */
    public static String read(byte[] body) throws MalformedJson {
        return of(body).orElseThrow(() -> new MalformedJson(1, 1, Expected.to("be text in UTF-8"), "other bytes"));
    }
}
