package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.contract.form.Field.Medium;
import dev.understudy.contract.style.LikelyMeaning;
import dev.understudy.contract.text.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the fields of a form as they are read. An empty list that a style writes is not there, as no style has one.
 *
 * @param pairs what was written so far
 */
record FormWriter(List<Pair> pairs) {
    /**
     * A key and what stands under it.
     *
     * @param file whether it is bytes
     * @param type of a file
     */
    record Pair(String key, byte[] content, boolean file, String type) {}

    void field(Field field, JsonNode value) {
        boolean list = field.shape().isList() && value.isArray();
        switch (field.medium()) {
            case BYTES, BASE64 ->
                each(list, value, item -> pairs.add(new Pair(field.name(), bytes(item), true, type(field))));
            case JSON -> {
                boolean items =
                        list && !value.isEmpty() && !field.shape().items().isList();
                each(items, value, item -> text(field.name(), json(item)));
            }
            case ANY -> brackets(field.name(), value);
            default -> styled(field, value);
        }
    }

    private static String type(Field field) {
        return field.types().stream()
                .map(MediaType::type)
                .filter(type -> !type.endsWith("*"))
                .findFirst()
                .orElse("application/octet-stream");
    }

    private static void each(boolean list, JsonNode value, Consumer<JsonNode> write) {
        (list ? value : List.of(value)).forEach(write);
    }

    private void styled(Field field, JsonNode value) {
        boolean flat = value.isValueNode()
                || !field.shape().isNested() && value.valueStream().allMatch(JsonNode::isValueNode);
        if (value.isValueNode()) {
            text(field.name(), scalar(value));
        } else if (!flat && field.isSpread()) {
            value.properties().forEach(member -> brackets(member.getKey(), member.getValue()));
        } else if (value.isEmpty() && value.isObject() && field.medium() == Medium.TEXT) {
            text(field.name(), "{}");
        } else if (flat || !field.keys().takesBrackets()) {
            pieces(
                    flat
                            ? field.keys()
                                    .style()
                                    .write(
                                            field.name(),
                                            meant(value),
                                            field.keys().explode())
                            : field.name() + "=" + FormText.escaped(json(value)));
        } else {
            brackets(field.name(), value);
        }
    }

    private static LikelyMeaning meant(JsonNode value) {
        var items = new ArrayList<String>();
        var members = new LinkedHashMap<String, String>();
        if (value.isArray()) {
            value.forEach(item -> items.add(FormText.escaped(scalar(item))));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            members.put(FormText.escaped(member.getKey()), FormText.escaped(scalar(member.getValue())));
        }
        return value.isArray() ? LikelyMeaning.list(items) : LikelyMeaning.object(members);
    }

    /** What a style has written: pairs whose keys and values are encoded. */
    private void pieces(String form) {
        for (String piece : form.isEmpty() ? new String[0] : form.split("&", -1)) {
            int equals = piece.indexOf('=');
            add(
                    FormText.decoded(piece.substring(0, equals)),
                    piece.substring(equals + 1).getBytes(UTF_8));
        }
    }

    private void brackets(String key, JsonNode value) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                brackets(key + "[" + i + "]", value.get(i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(member -> brackets(key + "[" + member.getKey() + "]", member.getValue()));
        } else {
            text(key, scalar(value));
        }
    }

    private void text(String key, String text) {
        add(key, FormText.escaped(text).getBytes(UTF_8));
    }

    private void add(String key, byte[] content) {
        pairs.add(new Pair(key, content, false, ""));
    }

    /** All of it as {@code application/x-www-form-urlencoded}. */
    byte[] typed() {
        var form = new ByteArrayOutputStream();
        for (Pair pair : pairs) {
            String key = FormText.encoded(pair.key()).replace("=", "%3D");
            form.writeBytes(((form.size() == 0 ? "" : "&") + key + "=").getBytes(UTF_8));
            form.writeBytes(pair.content());
        }
        return form.toByteArray();
    }

    /** All of it as parts. */
    byte[] parts(String boundary) {
        var body = new ByteArrayOutputStream();
        for (Pair pair : pairs) {
            String name = pair.key().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
            body.writeBytes(head.getBytes(UTF_8));
            body.writeBytes(
                    (pair.file() ? "; filename=\"file\"\r\nContent-Type: " + pair.type() + "\r\n\r\n" : "\r\n\r\n")
                            .getBytes(UTF_8));
            body.writeBytes(
                    pair.file()
                            ? pair.content()
                            : FormText.decoded(new String(pair.content(), UTF_8))
                                    .getBytes(UTF_8));
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static String scalar(JsonNode value) {
        return value.isTextual() ? value.textValue() : json(value);
    }

    private static String json(JsonNode value) {
        return new String(Json.write(value), UTF_8);
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return value.isBinary() ? value.binaryValue() : value.asText().getBytes(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
