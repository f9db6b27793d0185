package dev.understudy.contract.style;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a value of what the keys and texts of a parameter hold. */
public record TreeReader(Place place, String name, List<Violation> violations) {
    /** The value; an empty text stands for what cannot be read, and a violation says why. */
    public JsonNode value(KeyTree tree, Shape shape, String pointer) {
        if (!tree.children().isEmpty()) {
            if (!tree.raws().isEmpty() && !shape.isList()) {
                return wrong(pointer, "style", Expected.to("be given in one spelling"), "a text and keys in brackets");
            }
            boolean list = shape.isObject() ? shape.isList() && tree.isIndexed() : isListed(tree, shape);
            return list ? list(tree, shape.items(), pointer) : object(tree, shape, pointer);
        }
        List<String> raws = tree.raws();
        if (shape.isList()) {
            if (raws.size() == 1 && shape.isScalar()) {
                Optional<JsonNode> one =
                        text(raws.get(0)).flatMap(shape.leaf()::read).filter(shape::admits);
                if (one.isPresent()) {
                    return one.get();
                }
            }
            return whole(raws, shape).orElseGet(() -> list(tree, shape.items(), pointer));
        } else if (raws.size() > 1) {
            return wrong(pointer, "once", Expected.to("be given once"), "given " + raws.size() + " times");
        }
        return shape.isScalar()
                ? leaf(raws.get(0), shape.leaf(), pointer)
                : whole(raws, shape)
                        .orElseGet(() -> wrong(pointer, "type", shape.expected(), MessageText.text(raws.get(0))));
    }

    /** Of what no schema describes, the keys alone say whether it is a list. */
    private static boolean isListed(KeyTree tree, Shape shape) {
        return shape.isList() || shape.schemas().isEmpty() && tree.isIndexed();
    }

    private JsonNode list(KeyTree tree, Shape items, String pointer) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String raw : tree.raws()) {
            list.add(value(KeyTree.of(List.of(raw)), items, Pointers.child(pointer, list.size())));
        }
        indexed(tree).forEach((key, child) -> {
            if (key.isEmpty() && child.children().isEmpty()) {
                child.raws()
                        .forEach(raw ->
                                list.add(value(KeyTree.of(List.of(raw)), items, Pointers.child(pointer, list.size()))));
            } else {
                list.add(value(child, items, Pointers.child(pointer, list.size())));
            }
        });
        return list;
    }

    /** By their numbers, whatever the order in which they came. */
    private static Map<String, KeyTree> indexed(KeyTree tree) {
        var indexed = new TreeMap<String, KeyTree>(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        indexed.putAll(tree.children());
        return indexed;
    }

    private JsonNode object(KeyTree tree, Shape shape, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        tree.children()
                .forEach((key, child) ->
                        object.set(key, value(child, shape.property(key), Pointers.child(pointer, key))));
        return object;
    }

    private JsonNode leaf(String raw, Leaf leaf, String pointer) {
        Optional<String> text = text(raw);
        if (text.isEmpty()) {
            return wrong(pointer, "encoding", Expected.to("be percent-encoded UTF-8"), MessageText.text(raw));
        }
        return leaf.read(text.get()).orElseGet(() -> wrong(pointer, "type", leaf.type(), MessageText.text(text.get())));
    }

    /** A list or an object in which others are, written as JSON where no brackets can be. */
    private Optional<JsonNode> whole(List<String> raws, Shape shape) {
        Optional<String> text = raws.size() == 1 ? text(raws.get(0)) : Optional.empty();
        boolean json = text.filter(each -> each.startsWith("{") || each.startsWith("["))
                .isPresent();
        if (!json || !shape.isNested()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(text.orElseThrow().getBytes(UTF_8)));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String raw) {
        return place == Place.HEADER ? Optional.of(raw) : Percent.decode(raw, place == Place.QUERY);
    }

    private JsonNode wrong(String pointer, String keyword, Expected expected, String got) {
        violations.add(new Violation(place, name, pointer, keyword, expected, got));
        return TextNode.valueOf("");
    }
}
