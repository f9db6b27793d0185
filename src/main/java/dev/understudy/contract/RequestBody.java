package dev.understudy.contract;

import static dev.understudy.api.Violation.Place.BODY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Body;
import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.api.bytes.Upload;
import dev.understudy.contract.argument.Decoded;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.form.Octets;
import dev.understudy.contract.text.MediaType;
import dev.understudy.schema.SchemaCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The body that an operation takes: its media types, each with its schema.
 *
 * @param flagged whether its property {@code stream} chooses between events and another answer
 */
record RequestBody(boolean required, List<Content> contents, boolean flagged) {
    private static final String CODING = "Content-Encoding";

    RequestBody {
        contents = List.copyOf(contents);
    }

    RequestBody(boolean required, List<Content> contents) {
        this(required, contents, false);
    }

    /** The same, whose property {@code stream} chooses. */
    RequestBody flagging() {
        return new RequestBody(required, contents, true);
    }

    /** What is wrong with the headers that describe the body; empty if it can be read. */
    Optional<Violation> mislabelled(Request request) {
        // Whoever received the request has taken gzip off.
        List<String> codings = request.headers().all(CODING);
        boolean coded = codings.stream()
                .flatMap(field -> Stream.of(field.split(",")))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"));
        if (coded) {
            String got = MessageText.text(String.join(", ", codings));
            return Optional.of(header(CODING, Expected.to("be gzip, identity or left out"), got));
        }
        List<String> given = request.headers().all("Content-Type");
        if (given.size() == 1 && content(given.get(0)).isPresent()) {
            return Optional.empty();
        }
        String got = given.isEmpty() ? "missing" : MessageText.text(String.join(", ", given));
        boolean otherCharset = given.size() == 1
                && MediaType.of(given.get(0)).flatMap(this::declared).isPresent();
        Expected expected = Expected.be(MessageText.or(types()) + (otherCharset ? " in UTF-8" : ""), types());
        return Optional.of(header("Content-Type", expected, got));
    }

    /**
     * The header field that says which codings would have been taken, if it was about them (RFC 9110 section 12.5.3).
     */
    static Map<String, String> taken(Violation flaw) {
        return flaw.name().equals(CODING) ? Map.of("Accept-Encoding", "gzip") : Map.of();
    }

    /** The value of the body, or what is wrong with it. The headers must describe it rightly. */
    Decoded read(Request request) {
        if (request.body() instanceof Body.Undecodable other) {
            Expected expected = Expected.be("one whole gzip stream, as header \"" + CODING + "\" says");
            return Decoded.wrong(new Violation(BODY, "", "", "encoding", expected, other.got()));
        }
        if (request.body() instanceof Body.Forgotten) {
            return Decoded.NOTHING;
        }
        if (request.body().length() == 0 && !isEmptyForm(request)) {
            return required
                    ? Decoded.wrong(new Violation(BODY, "", "", "required", "be given", "missing"))
                    : Decoded.NOTHING;
        }
        String type = request.headers().all("Content-Type").get(0);
        Content content = content(type).orElseThrow();
        Bytes bytes = request.body().received();
        FormBody form = content.fields();
        if (form != null) {
            FormBody.Read read = form.read(MediaType.of(type).orElseThrow(), bytes);
            boolean unread = read.violations().stream()
                    .anyMatch(violation -> violation.keyword().equals("form"));
            return unread ? Decoded.wrong(read.violations()) : Decoded.read(read.value(), read.violations());
        }
        try {
            if (content.stream() != null) {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                List<Violation> violations = content.stream().violations(bytes.whole(), items);
                return Decoded.read(items, violations);
            }
            JsonNode value =
                    content.form() == Content.Form.BINARY ? new Upload(bytes, type) : content.read(bytes.whole());
            SchemaCheck check = content.check();
            List<Violation> violations = check == null ? List.of() : violations(content, check, value);
            return Decoded.read(value, violations);
        } catch (MalformedJson e) {
            String got = e.got() + " (line " + e.line() + ", column " + e.column() + ")";
            return Decoded.wrong(new Violation(BODY, "", e.pointer(), "json", e.expected(), got).noting(e.hint()));
        }
    }

    private static List<Violation> violations(Content content, SchemaCheck check, JsonNode value) {
        return content.form() == Content.Form.BINARY
                ? Octets.violations(check, value)
                : OptionalNulls.hinted(check.violations(BODY, "", value), value, check);
    }

    /** A form without fields has no bytes; one that need not be given is none. */
    private boolean isEmptyForm(Request request) {
        List<String> given = request.headers().all("Content-Type");
        return required
                && given.size() == 1
                && content(given.get(0))
                        .filter(content ->
                                content.fields() != null && !content.type().isMultipart())
                        .isPresent();
    }

    /** The media type of the content, as it is documented; empty if there is none. */
    String type(Request request) {
        List<String> given =
                request.body().length() == 0 ? List.of() : request.headers().all("Content-Type");
        return given.isEmpty()
                ? ""
                : content(given.get(0)).map(Content::mediaType).orElse("");
    }

    private Optional<Content> content(String contentType) {
        for (Content content : contents) {
            // Most clients write it as it is documented.
            if (content.mediaType().equals(contentType)) {
                return Optional.of(content);
            }
        }
        return MediaType.of(contentType).filter(MediaType::isUtf8).flatMap(this::declared);
    }

    /** The content that is documented most closely for this media type. */
    private Optional<Content> declared(MediaType type) {
        return contents.stream()
                .filter(content -> content.type().closenessTo(type) > 0)
                .max(Comparator.comparingInt(content -> content.type().closenessTo(type)));
    }

    private List<String> types() {
        return contents.stream().map(Content::mediaType).toList();
    }

    private static Violation header(String name, Expected expected, String got) {
        return new Violation(Violation.Place.HEADER, name, "", "content", expected, got);
    }
}
