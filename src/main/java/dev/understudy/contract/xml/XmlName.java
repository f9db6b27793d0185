package dev.understudy.contract.xml;

import dev.understudy.contract.style.Shape;
import dev.understudy.openapi.Part;
import java.util.Optional;

/**
 * How XML has a value: by its name, as an element or an attribute.
 *
 * @param namespace empty where any will do
 * @param prefix empty where there is none
 * @param node what it is: {@code element}, {@code attribute}, {@code text}, {@code cdata} or, of the items of a list
 *     without an element around them, {@code none}
 */
record XmlName(String local, String namespace, String prefix, String node) {
    /** That of a property of this name, or of an item or a whole of it. */
    static XmlName of(Shape shape, String otherwise) {
        Optional<Part> xml =
                shape.schemas().stream().flatMap(schema -> xml(schema).stream()).findFirst();
        return xml.map(part -> of(part, shape, otherwise)).orElseGet(() -> plain(shape, otherwise));
    }

    private static XmlName of(Part xml, Shape shape, String otherwise) {
        String node = xml.at("attribute").isTrue()
                ? "attribute"
                : plain(shape, otherwise).node();
        return new XmlName(
                xml.at("name").text(otherwise),
                xml.at("namespace").text(),
                xml.at("prefix").text(),
                xml.at("nodeType").text(xml.at("wrapped").isTrue() ? "element" : node));
    }

    private static XmlName plain(Shape shape, String otherwise) {
        return new XmlName(otherwise, "", "", shape.isList() ? "none" : "element");
    }

    /** The xml object of a schema, of what it refers to, or of what that adds to. */
    static Optional<Part> xml(Part schema) {
        if (schema.has("xml")) {
            return Optional.of(schema.at("xml"));
        }
        Part resolved = schema.resolved();
        if (resolved.has("xml")) {
            return Optional.of(resolved.at("xml"));
        }
        return resolved.at("allOf").children().stream()
                .filter(part -> part.resolved().has("xml"))
                .map(part -> part.resolved().at("xml"))
                .findFirst();
    }

    /** The name of the schema in the components, which is that of an element without another one; empty if none. */
    static String component(Part schema) {
        String pointer = schema.resolved().pointer();
        return pointer.matches("/components/schemas/[^/]+")
                ? schema.resolved().key().replaceAll("[^\\w.-]", "_")
                : "";
    }

    /** The same under another name. */
    XmlName called(String other) {
        return new XmlName(other, namespace, prefix, node);
    }

    /** What tells it from others of its element. */
    String written() {
        return (isAttribute() ? "@" : "") + local;
    }

    boolean isAttribute() {
        return node.equals("attribute");
    }

    boolean isText() {
        return node.equals("text") || node.equals("cdata");
    }

    /** Whether the items of a list stand where the list would. */
    boolean isUnwrapped() {
        return node.equals("none");
    }

    boolean matches(XmlElement element) {
        return element.name().equals(local) && (namespace.isEmpty() || namespace.equals(element.namespace()));
    }
}
