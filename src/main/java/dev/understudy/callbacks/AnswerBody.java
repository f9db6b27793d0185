package dev.understudy.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Response;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer as its operation documents it. */
final class AnswerBody {
    private AnswerBody() {}

    /** The value of the body; null if there is none. */
    static @Nullable JsonNode of(Operation operation, Response response) {
        String type = response.headers().get("Content-Type");
        Optional<Content> content = operation
                .answers()
                .of(response.status())
                .flatMap(answer -> answer.contents().stream()
                        .filter(each -> each.sentAs().equals(type))
                        .findFirst());
        if (content.isEmpty()
                || content.get().form() == Content.Form.BINARY
                || response.body().isEmpty()) {
            return null;
        }
        try {
            return content.get().read(plain(response));
        } catch (MalformedJson | IOException e) {
            return null;
        }
    }

    private static byte[] plain(Response response) throws IOException {
        if (!"gzip".equals(response.headers().get("Content-Encoding"))) {
            return response.bytes();
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(response.bytes()))) {
            return plain.readAllBytes();
        }
    }
}
