package dev.understudy.contract;

import dev.understudy.openapi.Part;
import dev.understudy.schema.SchemaBook;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what bodies an operation takes and what responses it gives. */
record ContentReader(SchemaBook book, ParameterReader parameters) {
    RequestBody requestBody(Part body) {
        var byType = new LinkedHashMap<String, SchemaCheck>();
        for (Part media : body.at("content").children()) {
            MediaType type = json(media);
            if (type != null && media.has("schema")) {
                byType.put(type.type(), book.at(media.at("schema").pointer()));
            } else if (type != null) {
                media.fault("the body must have a schema: {} if any JSON will do");
            }
        }
        return new RequestBody(body.at("required").isTrue(), byType);
    }

    Answers answers(Part responses) {
        var byStatus = new LinkedHashMap<String, Answer>();
        for (Part response : responses.children()) {
            if (response.key().startsWith("x-")) {
                continue;
            }
            if (!response.key().matches("[1-5](\\d\\d|XX)|default")) {
                response.fault("a status must be like 200, 4XX or default, was \"" + response.key() + "\"");
            }
            byStatus.put(response.key(), answer(response.resolved()));
        }
        if (byStatus.isEmpty() && responses.isPresent()) {
            responses.fault("must have at least one response");
        }
        return new Answers(byStatus);
    }

    Answer answer(Part response) {
        var headers = new ArrayList<Parameter>();
        for (Part header : response.at("headers").children()) {
            if (!header.key().equalsIgnoreCase("Content-Type")) {
                parameters.header(header).ifPresent(headers::add);
            }
        }
        Answer answer = null;
        for (Part media : response.at("content").children()) {
            MediaType type = json(media);
            Part schema = media.at("schema");
            if (answer != null) {
                media.fault("a second media type is not supported: keep one that is JSON");
            } else if (type != null) {
                answer = new Answer(type.type(), schema.isPresent() ? book.at(schema.pointer()) : null, headers);
            }
        }
        return answer != null ? answer : new Answer(null, null, headers);
    }

    private static @Nullable MediaType json(Part media) {
        MediaType type = MediaType.of(media.key()).filter(MediaType::isJson).orElse(null);
        if (type == null) {
            media.fault("the media type \"" + media.key() + "\" is not supported: use application/json or one that ends"
                    + " with +json");
        }
        return type;
    }
}
