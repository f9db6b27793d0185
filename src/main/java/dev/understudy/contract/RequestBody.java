package dev.understudy.contract;

import static dev.understudy.api.Violation.Place.BODY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Request;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.schema.SchemaCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The body that an operation takes: its media types, each with its schema. */
record RequestBody(boolean required, List<Content> contents) {
    RequestBody {
        contents = List.copyOf(contents);
    }

    /** What is wrong with the headers that describe the body; empty if it can be read. */
    Optional<Violation> mislabelled(Request request) {
        List<String> encodings = request.headers().all("Content-Encoding");
        if (!encodings.stream().allMatch(encoding -> encoding.strip().equalsIgnoreCase("identity"))) {
            String got = Shown.text(String.join(", ", encodings));
            return Optional.of(header("Content-Encoding", Expected.to("be identity or left out"), got));
        }
        List<String> given = request.headers().all("Content-Type");
        if (given.size() == 1 && content(given.get(0)).isPresent()) {
            return Optional.empty();
        }
        String got = given.isEmpty() ? "missing" : Shown.text(String.join(", ", given));
        boolean otherCharset = given.size() == 1
                && MediaType.of(given.get(0)).flatMap(this::declared).isPresent();
        Expected expected = Expected.be(Shown.or(types()) + (otherCharset ? " in UTF-8" : ""), types());
        return Optional.of(header("Content-Type", expected, got));
    }

    /** The value of the body, or what is wrong with it. The headers must describe it rightly. */
    Decoded read(Request request) {
        if (request.bytes().length == 0) {
            return required
                    ? Decoded.wrong(new Violation(BODY, "", "", "required", "be given", "missing"))
                    : Decoded.NOTHING;
        }
        Content content = content(request.headers().all("Content-Type").get(0)).orElseThrow();
        try {
            JsonNode value = content.read(request.bytes());
            SchemaCheck check = content.check();
            List<Violation> violations =
                    check == null ? List.of() : OptionalNulls.hinted(check.violations(BODY, "", value), value, check);
            return violations.isEmpty() ? Decoded.right(value) : Decoded.wrong(violations);
        } catch (MalformedJson e) {
            String got = e.got() + " (line " + e.line() + ", column " + e.column() + ")";
            return Decoded.wrong(new Violation(BODY, "", "", "json", e.expected(), got));
        }
    }

    private Optional<Content> content(String contentType) {
        for (Content content : contents) {
            // Most clients write it as it is documented.
            if (content.type().type().equals(contentType)) {
                return Optional.of(content);
            }
        }
        return MediaType.of(contentType).filter(MediaType::isUtf8).flatMap(this::declared);
    }

    /** The content that is documented most closely for this media type. */
    private Optional<Content> declared(MediaType type) {
        return contents.stream()
                .filter(content -> content.type().closeness(type) > 0)
                .max(Comparator.comparingInt(content -> content.type().closeness(type)));
    }

    private List<String> types() {
        return contents.stream().map(content -> content.type().type()).toList();
    }

    private static Violation header(String name, Expected expected, String got) {
        return new Violation(Violation.Place.HEADER, name, "", "content", expected, got);
    }
}
