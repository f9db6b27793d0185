package dev.understudy.contract.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.contract.style.Shape;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes values of elements. What a schema says of them is not asked here, but how they are written. */
final class XmlReading {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private XmlReading() {}

    static JsonNode value(XmlElement element, Shape shape) {
        if (element.nil()) {
            return NullNode.instance;
        }
        boolean plain = element.children().isEmpty() && element.attributes().isEmpty();
        if (shape.isList()) {
            return items(element.children(), shape.items());
        } else if (shape.isObject() && !(plain && shape.isScalar())) {
            return object(element, shape);
        } else if (shape.schemas().isEmpty() && !plain) {
            return object(element, shape);
        }
        return scalar(element.text().toString(), shape);
    }

    private static JsonNode scalar(String text, Shape shape) {
        // What no type reads is left as it came, for the schema to refuse.
        String stripped = text.strip();
        return shape.leaf().read(text).or(() -> shape.leaf().read(stripped)).orElseGet(() -> TextNode.valueOf(text));
    }

    private static ArrayNode items(List<XmlElement> elements, Shape items) {
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(value(element, items)));
        return list;
    }

    private static ObjectNode object(XmlElement element, Shape shape) {
        ObjectNode object = NODES.objectNode();
        Set<String> attributes = new HashSet<>(element.attributes().keySet());
        Set<XmlElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<String, XmlName> entry : XmlNames.of(shape).entrySet()) {
            String key = entry.getKey();
            Shape property = shape.property(key);
            XmlName name = entry.getValue();
            if (name.isAttribute()) {
                attributes.remove(name.local());
                String text = element.attributes().get(name.local());
                if (text != null) {
                    object.set(key, scalar(text, property));
                }
            } else if (name.isText()) {
                object.set(key, scalar(element.text().toString(), property));
            } else {
                elements(element, property, key, name, object, seen);
            }
        }
        attributes.forEach(
                name -> object.set(name, scalar(element.attributes().getOrDefault(name, ""), shape.property(name))));
        others(element, shape, object, seen);
        return object;
    }

    private static void elements(
            XmlElement element, Shape property, String key, XmlName name, ObjectNode object, Set<XmlElement> seen) {
        XmlName sought = name.isUnwrapped() && property.isList() ? XmlName.of(property.items(), key) : name;
        List<XmlElement> found =
                element.children().stream().filter(sought::matches).toList();
        seen.addAll(found);
        if (found.isEmpty()) {
            // Of a list that has no element of its own, none and an empty one are the same.
            JsonNode empty = NODES.arrayNode();
            if (sought != name && property.admits(empty)) {
                object.set(key, empty);
            }
            return;
        }
        boolean list = name.isUnwrapped() && property.isList() || found.size() > 1 && !property.isList();
        object.set(
                key,
                list ? items(found, property.isList() ? property.items() : property) : value(found.get(0), property));
    }

    /** What is not declared: a name that is there more than once is a list. */
    private static void others(XmlElement element, Shape shape, ObjectNode object, Set<XmlElement> seen) {
        for (XmlElement child : element.children()) {
            if (seen.contains(child)) {
                continue;
            }
            JsonNode value = value(child, shape.property(child.name()));
            JsonNode before = object.get(child.name());
            if (before == null) {
                object.set(child.name(), value);
            } else if (before instanceof ArrayNode list) {
                list.add(value);
            } else {
                object.set(child.name(), NODES.arrayNode().add(before).add(value));
            }
        }
    }
}
