package dev.understudy.contract;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.stream.StreamBody;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.text.Scalar;
import dev.understudy.contract.text.Utf8Text;
import dev.understudy.contract.xml.XmlBody;
import dev.understudy.kept.CheckedValue;
import dev.understudy.openapi.Part;
import dev.understudy.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A documented kind of content.
 *
 * @param check the schema of its value; null if any will do
 * @param part where the document has it
 * @param fields how its fields are read, if it is a form
 * @param xml how its elements are, if it is written as XML and not as JSON
 * @param stream how its items are, if it is items one after the other
 * @param shown its examples, from the first time on that they are asked for: some stand in files of their own
 */
public record Content(
        MediaType type,
        Form form,
        @Nullable SchemaCheck check,
        Part part,
        @Nullable FormBody fields,
        @Nullable XmlBody xml,
        @Nullable StreamBody stream,
        AtomicReference<@Nullable List<Example>> shown) {
    /** The one of this media type, or else the first; empty if there is none. */
    public static Optional<Content> of(List<Content> contents, String mediaType) {
        for (Content content : contents) {
            if (content.mediaType().equals(mediaType)) {
                return Optional.of(content);
            }
        }
        return contents.isEmpty() ? Optional.empty() : Optional.of(contents.get(0));
    }

    /** What the bytes are. */
    public enum Form {
        /** JSON (RFC 8259), or the same values as XML. */
        JSON,
        /** A text in UTF-8. */
        TEXT,
        /** Bytes that nobody looks into. */
        BINARY,
        /** Fields, each under a key; only requests have them. */
        FIELDS,
        /** Items one after the other; the value is the list of them, and the schema that of one. */
        ITEMS
    }

    Content(MediaType type, Form form, @Nullable SchemaCheck check, Part part) {
        this(type, form, check, part, null, null, null, new AtomicReference<>());
    }

    /** A form. */
    Content(MediaType type, @Nullable SchemaCheck check, Part part, FormBody fields) {
        this(type, Form.FIELDS, check, part, fields, null, null, new AtomicReference<>());
    }

    Content(MediaType type, @Nullable SchemaCheck check, Part part, XmlBody xml) {
        this(type, Form.JSON, check, part, null, xml, null, new AtomicReference<>());
    }

    Content(MediaType type, Part part, StreamBody stream) {
        this(type, Form.ITEMS, stream.check(), part, null, null, stream, new AtomicReference<>());
    }

    /** The media type as the document has it; it may be a range such as {@code image/*}. */
    public String mediaType() {
        return type.text();
    }

    /** The media type to send it as: of a range, one that is in it. */
    public String sentAs() {
        return switch (type.type()) {
            case "*/*", "application/*" -> form == Form.JSON ? "application/json" : "application/octet-stream";
            case "text/*" -> "text/plain";
            case "image/*" -> "image/png";
            case "audio/*" -> "audio/mpeg";
            case "video/*" -> "video/mp4";
            default -> type.text();
        };
    }

    /** Whether it has any value: a text is none of a schema of objects, though generators write such schemas. */
    boolean hasValues() {
        return form != Form.TEXT
                || !Set.of("object", "array")
                        .contains(part.at("schema").resolved().at("type").text());
    }

    /** Where the document has it. */
    public String pointer() {
        return part.pointer();
    }

    /** Where the schema of its value is; empty if any value will do. */
    public Optional<String> schema() {
        return stream != null ? stream.schema() : Optional.ofNullable(check).map(SchemaCheck::pointer);
    }

    /** Its examples, in the order of the document: its own, some of them in files, and then those of its schema. */
    public List<Example> examples() {
        List<Example> known = shown.get();
        if (known == null) {
            known = List.copyOf(
                    stream != null ? ofItems(stream) : xml == null ? Example.of(part, this::ofFile) : ofElements(xml));
            shown.set(known);
        }
        return known;
    }

    /** The same content as this media type, with these examples before its own. */
    public Content showing(MediaType as, List<Example> first) {
        var all = new ArrayList<>(first);
        Set<String> names = first.stream().map(Example::name).collect(toSet());
        examples().stream()
                .filter(example -> example.name().isEmpty() || !names.contains(example.name()))
                .forEach(all::add);
        return new Content(
                as,
                form,
                check,
                part,
                fields,
                xml,
                stream,
                new AtomicReference<@Nullable List<Example>>(List.copyOf(all)));
    }

    private List<Example> ofItems(StreamBody items) {
        return Example.of(part, this::ofFile).stream()
                .map(example -> new Example(example.name(), items.shown(example.value())))
                .toList();
    }

    /** Those of XML are mostly written as its text. */
    private List<Example> ofElements(XmlBody elements) {
        var examples = new ArrayList<Example>();
        for (Example example : Example.of(part, this::ofFile)) {
            String text = example.value().asText().strip();
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                examples.add(text.startsWith("<") ? new Example(example.name(), elements.read(bytes)) : example);
            } catch (MalformedJson e) {
                examples.add(example);
            }
        }
        return examples;
    }

    private Optional<JsonNode> ofFile(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /** A value as an answer has it: without the properties that are {@code writeOnly}. */
    public JsonNode sent(JsonNode value) {
        return form == Form.JSON ? WriteOnly.without(value, part.at("schema")) : value;
    }

    /** What of a value breaks the schema; empty if it can be sent. */
    public Optional<Violation> flaw(JsonNode value) {
        return violations(value).stream().findFirst();
    }

    /** Whether what is {@linkplain CheckedValue known} to keep a schema is not asked again. */
    public boolean trusts() {
        return form == Form.JSON && xml == null && check != null && check.isCompiled();
    }

    /** Whether the value can be sent. */
    public boolean keeps(JsonNode value) {
        return trusts() && check != null ? check.passes(value) : flaw(value).isEmpty();
    }

    Optional<Example> example(String name) {
        return examples().stream()
                .filter(example -> example.name().equals(name))
                .findFirst();
    }

    /** What a value of an answer breaks. */
    List<Violation> violations(JsonNode value) {
        if (stream != null) {
            return stream.violations(Place.REPLY, value);
        }
        if (form != Form.JSON && value.isContainerNode()) {
            Expected expected = Expected.be("a text, as " + type.text() + " is not JSON");
            return List.of(new Violation(Place.REPLY, "", "", "type", expected, MessageText.value(value)));
        }
        return check == null ? List.of() : check.violations(Place.REPLY, "", value);
    }

    /** The value of a client's bytes: any JSON, a text, or the bytes themselves. */
    public JsonNode read(byte[] bytes) throws MalformedJson {
        if (stream != null) {
            return stream.read(bytes);
        }
        if (xml != null) {
            return xml.read(bytes);
        }
        return form == Form.JSON ? Json.read(bytes) : plain(bytes);
    }

    /** The same of bytes that were {@linkplain #write written} here. */
    JsonNode readBack(byte[] bytes) throws MalformedJson {
        return form == Form.JSON && xml == null ? Json.readBack(bytes) : read(bytes);
    }

    private JsonNode plain(byte[] bytes) throws MalformedJson {
        return form == Form.TEXT ? scalar(TextNode.valueOf(Utf8Text.read(bytes))) : BinaryNode.valueOf(bytes);
    }

    /** The bytes of a value: the way back from {@link #read}. */
    public byte[] write(Object value) {
        return switch (form) {
            case JSON ->
                xml == null ? Json.write(value) : xml.write(Json.mapper().valueToTree(value));
            case TEXT -> value.toString().getBytes(StandardCharsets.UTF_8);
            case BINARY, FIELDS, ITEMS -> (byte[]) value;
        };
    }

    /** Whether a request with this value keeps the schema. */
    public boolean admits(JsonNode value) {
        return fields == null
                ? flaw(value).isEmpty()
                : check == null || check.violations(Place.BODY, "", value).isEmpty();
    }

    /** A value as a client sends it. */
    public FormBody.Written written(JsonNode value) {
        if (fields != null) {
            return fields.write(value);
        } else if (stream != null) {
            var items = new ByteArrayOutputStream();
            for (int i = 0; i < value.size(); i++) {
                items.writeBytes(stream.write(value.get(i), i));
            }
            return new FormBody.Written(sentAs(), items.toByteArray());
        }
        byte[] plain = value instanceof BinaryNode binary
                ? binary.binaryValue()
                : value.asText().getBytes(StandardCharsets.UTF_8);
        return new FormBody.Written(
                sentAs(),
                switch (form) {
                    case JSON -> write(value);
                    case TEXT, BINARY, FIELDS, ITEMS -> plain;
                });
    }

    /** The value that a text writes, if its schema is of numbers, or of true and false. */
    private JsonNode scalar(JsonNode text) {
        String type = part.at("schema").resolved().at("type").text();
        return type.matches("integer|number|boolean")
                ? Scalar.of(type).flatMap(each -> each.read(text.textValue())).orElse(text)
                : text;
    }
}
