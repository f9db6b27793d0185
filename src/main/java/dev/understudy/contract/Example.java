package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.openapi.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that a document shows; whether its schema allows it was not asked.
 *
 * @param name empty for one without a name
 */
public record Example(String name, JsonNode value) {
    /**
     * The examples of a media type, parameter or header: its own, and then those of its schema.
     *
     * @param read the value of the bytes of a file that an {@code externalValue} names; empty if they have none
     */
    static List<Example> of(Part owner, Function<byte[], Optional<JsonNode>> read) {
        var examples = new ArrayList<Example>();
        add(examples, "", owner.at("example"));
        for (Part named : owner.at("examples").children()) {
            Part example = named.resolved();
            Part file = example.at("externalValue");
            add(examples, named.key(), value(example));
            serialized(example).flatMap(read).ifPresent(value -> examples.add(new Example(named.key(), value)));
            if (file.isPresent() && !value(example).isPresent()) {
                file.document()
                        .file(file)
                        .flatMap(read)
                        .ifPresent(value -> examples.add(new Example(named.key(), value)));
            }
        }
        Part schema = owner.at("schema").resolved();
        add(examples, "", schema.at("example"));
        schema.at("examples").children().forEach(example -> add(examples, "", example));
        return examples;
    }

    /** The value that it shows: since 3.2 there is a key for it that no media type reads otherwise. */
    private static Part value(Part example) {
        return example.has("dataValue") ? example.at("dataValue") : example.at("value");
    }

    /** The value of the bytes of one that is a text, such as that of a header. */
    static JsonNode text(byte[] bytes) {
        return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The bytes of one that is shown only as it is sent (3.2). */
    private static Optional<byte[]> serialized(Part example) {
        Part text = example.at("serializedValue");
        return text.value().isTextual() && !value(example).isPresent()
                ? Optional.of(text.text().getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Notes what is wrong with the examples of a content that stand in files of their own. */
    static void check(Content content) {
        for (Part named : content.part().at("examples").children()) {
            Part file = named.resolved().at("externalValue");
            Optional<byte[]> bytes = file.isPresent() ? file.document().file(file) : Optional.empty();
            // The example of a form is written in as many ways as its fields can be.
            boolean form = content.form() == Content.Form.FIELDS;
            if (bytes.isPresent() && !form && !value(named.resolved()).isPresent()) {
                check(content, file, bytes.get());
            }
        }
    }

    private static void check(Content content, Part file, byte[] bytes) {
        try {
            content.flaw(content.sent(content.read(bytes)))
                    .ifPresent(flaw -> file.hint(
                            "example-breaks-schema",
                            "the example in this file breaks its schema: "
                                    + (flaw.pointer().isEmpty() ? "" : flaw.pointer() + " ") + flaw.demand(),
                            ""));
        } catch (MalformedJson e) {
            file.hint(
                    "external-value",
                    "the file " + MessageText.text(file.text()) + " cannot be read as " + content.mediaType()
                            + ", and the example is not used: " + e.getMessage(),
                    "correct the file");
        }
    }

    private static void add(List<Example> examples, String name, Part value) {
        if (value.isPresent()) {
            examples.add(new Example(name, value.value()));
        }
    }
}
