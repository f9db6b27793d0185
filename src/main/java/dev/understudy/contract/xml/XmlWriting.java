package dev.understudy.contract.xml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.style.Shape;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes values as elements: the way back from {@link XmlReading}. */
final class XmlWriting {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private XmlWriting(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(JsonNode value, Shape shape, XmlName root) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new XmlWriting(out).element(root, value, shape);
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("No XML can be written of this value", e);
        }
    }

    private void element(XmlName name, JsonNode value, Shape shape) throws XMLStreamException {
        out.writeStartElement(name.prefix(), name.local(), name.namespace());
        if (!name.namespace().isEmpty()) {
            if (name.prefix().isEmpty()) {
                out.writeDefaultNamespace(name.namespace());
            } else {
                out.writeNamespace(name.prefix(), name.namespace());
            }
        }
        if (value.isNull()) {
            out.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
            out.writeAttribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil", "true");
        } else if (value.isObject()) {
            members(value, shape);
        } else if (value.isArray()) {
            items(value, shape, XmlName.of(shape.items(), name.local()));
        } else {
            out.writeCharacters(value.asText());
        }
        out.writeEndElement();
    }

    private void items(JsonNode value, Shape shape, XmlName name) throws XMLStreamException {
        for (JsonNode item : value) {
            element(name, item, shape.items());
        }
    }

    private void members(JsonNode object, Shape shape) throws XMLStreamException {
        Map<String, XmlName> names = XmlNames.of(shape);
        // Attributes are written before what is in the element.
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            XmlName name = names.get(member.getKey());
            if (name != null && name.isAttribute() && !member.getValue().isNull()) {
                attribute(name, member.getValue().asText());
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String key = member.getKey();
            Shape property = shape.property(key);
            member(names.getOrDefault(key, XmlName.of(property, key)), key, member.getValue(), property);
        }
    }

    private void member(XmlName name, String key, JsonNode value, Shape property) throws XMLStreamException {
        if (name.node().equals("cdata")) {
            out.writeCData(value.asText());
        } else if (name.isText()) {
            out.writeCharacters(value.asText());
        } else if (value.isArray() && (name.isUnwrapped() || !property.isList())) {
            items(value, property, XmlName.of(property.items(), key));
        } else if (!name.isAttribute()) {
            element(name, value, property);
        }
    }

    private void attribute(XmlName name, String value) throws XMLStreamException {
        if (name.namespace().isEmpty() || name.prefix().isEmpty()) {
            out.writeAttribute(name.local(), value);
        } else {
            out.writeNamespace(name.prefix(), name.namespace());
            out.writeAttribute(name.prefix(), name.namespace(), name.local(), value);
        }
    }
}
