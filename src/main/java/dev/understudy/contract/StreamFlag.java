package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The property {@code stream} of a request, which by {@code true} asks for events where an operation has another answer
 * too. OpenAPI cannot say so; the clients of such APIs set it, and leave Accept as it is.
 */
final class StreamFlag {
    private static final String NAME = "stream";

    private StreamFlag() {}

    /** Where a document declares it; empty if it does not, or there is nothing to choose. */
    static Optional<Part> in(RequestBody body, Answers answers) {
        List<Content> contents =
                answers.success().map(chosen -> chosen.answer().contents()).orElse(List.of());
        boolean choice = contents.stream().anyMatch(StreamFlag::isEvents)
                && !contents.stream().allMatch(StreamFlag::isEvents);
        return choice
                ? body.contents().stream()
                        .filter(content -> content.form() == Content.Form.JSON)
                        .flatMap(content -> find(content.part().at("schema"), new HashSet<>()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Part> find(Part schema, Set<String> seen) {
        Part here = schema.resolved();
        if (!seen.add(here.pointer())) {
            return Optional.empty();
        }
        Part flag = here.at("properties").at(NAME);
        if (flag.isPresent()) {
            return Optional.of(flag);
        }
        return List.of("allOf", "anyOf", "oneOf").stream()
                .flatMap(key -> here.at(key).children().stream())
                .flatMap(each -> find(each, seen).stream())
                .findFirst();
    }

    /** The media type that a body asks for by it; else the one that is asked for otherwise. */
    static String type(Operation operation, JsonNode body, String otherwise) {
        return body.path(NAME).isBoolean() && body.path(NAME).booleanValue()
                ? operation.success().stream()
                        .flatMap(chosen -> chosen.answer().contents().stream())
                        .filter(StreamFlag::isEvents)
                        .map(Content::mediaType)
                        .findFirst()
                        .orElse(otherwise)
                : otherwise;
    }

    private static boolean isEvents(Content content) {
        return content.stream() != null && !content.stream().isOfRecords();
    }
}
