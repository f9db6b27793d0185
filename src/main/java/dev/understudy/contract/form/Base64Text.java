package dev.understudy.contract.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.text.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;

/** The text in base64 (RFC 4648 section 4) that a part stands for: it is that text, or the bytes of it. */
final class Base64Text {
    private Base64Text() {}

    static JsonNode of(FormPart part) {
        Bytes content = part.content();
        if (content.length() > Octets.IN_MEMORY) {
            boolean text = part.type().filter(MediaType::isUtf8).isPresent() && isBase64(content);
            if (!text) {
                return ByteText.base64(content);
            }
            return content.length() % 4 == 0 ? ByteText.ofBase64(content) : ByteText.of(content);
        }
        Optional<String> text = part.text();
        try {
            text.ifPresent(Base64.getDecoder()::decode);
            return TextNode.valueOf(text.orElseGet(() -> encoded(content)));
        } catch (IllegalArgumentException e) {
            return TextNode.valueOf(encoded(content));
        }
    }

    private static String encoded(Bytes content) {
        return Base64.getEncoder().encodeToString(content.whole());
    }

    private static boolean isBase64(Bytes content) {
        byte[] piece = new byte[8192];
        try (InputStream decoded = Base64.getDecoder().wrap(content.open())) {
            int count = 0;
            while (count >= 0) {
                count = decoded.read(piece);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
