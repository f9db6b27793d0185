package dev.understudy.contract;

import static dev.understudy.api.Violation.Place.BODY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Request;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.schema.SchemaCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body that an operation takes: its media types, each with its schema. */
record RequestBody(boolean required, Map<String, SchemaCheck> byType) {
    /** What is wrong with the headers that describe the body; empty if it can be read. */
    Optional<Violation> mislabelled(Request request) {
        List<String> encodings = request.headers().all("Content-Encoding");
        if (!encodings.stream().allMatch(encoding -> encoding.strip().equalsIgnoreCase("identity"))) {
            String got = Shown.text(String.join(", ", encodings));
            return Optional.of(header("Content-Encoding", Expected.to("be identity or left out"), got));
        }
        List<String> types = request.headers().all("Content-Type");
        if (types.size() == 1 && check(types.get(0)).isPresent()) {
            return Optional.empty();
        }
        String got = types.isEmpty() ? "missing" : Shown.text(String.join(", ", types));
        boolean otherCharset = types.size() == 1
                && MediaType.of(types.get(0))
                        .filter(type -> byType.containsKey(type.type()))
                        .isPresent();
        List<String> allowed = List.copyOf(byType.keySet());
        Expected expected = Expected.be(Shown.or(allowed) + (otherCharset ? " in UTF-8" : ""), allowed);
        return Optional.of(header("Content-Type", expected, got));
    }

    /** The value of the body, or what is wrong with it. The headers must describe it rightly. */
    Decoded read(Request request) {
        if (request.body().length == 0) {
            return required
                    ? Decoded.wrong(new Violation(BODY, "", "", "required", "be given", "missing"))
                    : Decoded.NOTHING;
        }
        try {
            JsonNode value = Json.read(request.body());
            List<Violation> violations = check(
                            request.headers().all("Content-Type").get(0))
                    .orElseThrow()
                    .violations(BODY, "", value);
            return violations.isEmpty() ? Decoded.right(value) : Decoded.wrong(violations);
        } catch (MalformedJson e) {
            String got = e.got() + " (line " + e.line() + ", column " + e.column() + ")";
            return Decoded.wrong(new Violation(BODY, "", "", "json", e.expected(), got));
        }
    }

    private Optional<SchemaCheck> check(String contentType) {
        SchemaCheck plain = byType.get(contentType);
        if (plain != null) {
            return Optional.of(plain);
        }
        return MediaType.of(contentType)
                .filter(type ->
                        type.parameters().getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8"))
                .flatMap(type -> Optional.ofNullable(byType.get(type.type())));
    }

    private static Violation header(String name, Expected expected, String got) {
        return new Violation(Violation.Place.HEADER, name, "", "content", expected, got);
    }
}
