package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.Response;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bodies in rules: JSON, texts, the items of streams, and bytes. */
final class GivenBody {
    private GivenBody() {}

    /** The content of the answer that the body belongs to. */
    static Optional<Content> content(JsonNode value, String at, Answer answer, Faults own) {
        List<Content> contents = answer.contents();
        String type = value.path("mediaType").asText("");
        if (contents.isEmpty()) {
            String key = value.has("body") ? "body" : "base64";
            Expected expected = Expected.be("left out: the answer has no content");
            own.add(at + "/" + key, "answer", expected, value.path(key), null);
            return Optional.empty();
        } else if (!type.isEmpty()) {
            Optional<Content> found = contents.stream()
                    .filter(each ->
                            each.mediaType().equals(type) || each.sentAs().equals(type))
                    .findFirst();
            if (found.isEmpty()) {
                List<String> types = contents.stream().map(Content::mediaType).toList();
                own.add(at + "/mediaType", "answer", Expected.oneOf(types), value.path("mediaType"), AnswerReader.LIE);
            }
            return found;
        }
        boolean bytes = value.has("base64");
        return contents.stream()
                .filter(each -> bytes == (each.form() == Content.Form.BINARY))
                .findFirst()
                .or(() -> Optional.of(contents.get(0)));
    }

    /** The body as a value for this content. */
    static Optional<JsonNode> value(JsonNode value, String at, Content content, Faults own) {
        if (value.has("base64")) {
            boolean plain = content.form() == Content.Form.BINARY;
            if (!plain) {
                Expected expected = Expected.be("left out: the answer is " + content.mediaType());
                own.add(at + "/base64", "answer", expected, value.path("base64"), "say body, or unchecked: true");
                return Optional.empty();
            }
            return bytes(value, at, own).map(BinaryNode::valueOf);
        }
        JsonNode body = value.path("body");
        boolean list = content.form() == Content.Form.ITEMS;
        boolean text = content.form() == Content.Form.TEXT || content.form() == Content.Form.BINARY;
        if (list && !body.isArray()) {
            own.add(at + "/body", "type", Expected.be("the list of the items of the stream"), body, null);
            return Optional.empty();
        } else if (text && body.isContainerNode()) {
            own.add(
                    at + "/body",
                    "type",
                    Expected.be("a text: the answer is " + content.mediaType()),
                    body,
                    AnswerReader.LIE);
            return Optional.empty();
        }
        return Optional.of(body);
    }

    /** A body of bytes, without checks. */
    static Optional<BaseAnswer> raw(JsonNode value, String at, int status, @Nullable Answer answer, Faults own) {
        HeaderReader.value(value.path("mediaType"), at + "/mediaType", own);
        Optional<byte[]> bytes = Optional.of(new byte[0]);
        String usual = answer == null || answer.contents().isEmpty()
                ? "application/json"
                : answer.contents().get(0).sentAs();
        if (value.has("base64")) {
            bytes = bytes(value, at, own);
        } else if (value.has("body")) {
            JsonNode body = value.path("body");
            String type = value.path("mediaType").asText(usual);
            boolean text = body.isTextual() && !type.contains("json");
            bytes = Optional.of(text ? body.textValue().getBytes(StandardCharsets.UTF_8) : Json.write(body));
        }
        Map<String, String> headers = bytes.isEmpty() || bytes.get().length == 0
                ? Map.of()
                : Map.of("Content-Type", value.path("mediaType").asText(usual));
        return bytes.map(all -> new BaseAnswer.Raw(new Response(status, headers, all)));
    }

    private static Optional<byte[]> bytes(JsonNode value, String at, Faults own) {
        try {
            return Optional.of(Base64.getDecoder()
                    .decode(Objects.requireNonNull(value.path("base64").asText())));
        } catch (IllegalArgumentException e) {
            own.add(at + "/base64", "base64", Expected.be("base64 (RFC 4648 section 4)"), value.path("base64"), null);
            return Optional.empty();
        }
    }
}
