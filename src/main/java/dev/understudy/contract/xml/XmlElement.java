package dev.understudy.contract.xml;

import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.contract.text.Utf8Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document.
 *
 * @param namespace empty if it has none
 * @param attributes by their names without prefixes
 * @param nil whether it says that it stands for null (XML Schema 1.1 part 1, section 2.7.2)
 */
record XmlElement(
        String name,
        String namespace,
        Map<String, String> attributes,
        boolean nil,
        List<XmlElement> children,
        StringBuilder text) {
    /** As deep as JSON may be. */
    private static final int DEEPEST = 100;

    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** The root of a document in UTF-8, which has no document type and no entities of its own. */
    static XmlElement root(byte[] document) throws MalformedJson {
        try {
            // Read from bytes, the parser would write what is not UTF-8 to the standard error.
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text(document)));
            var open = new ArrayList<XmlElement>();
            XmlElement root = new XmlElement("", "", Map.of(), false, new ArrayList<>(), new StringBuilder());
            open.add(root);
            while (reader.hasNext()) {
                take(reader, reader.next(), open);
            }
            return root.children().get(0);
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNumber());
            int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
            throw new MalformedJson(line, column, Expected.be("well-formed XML"), "not well-formed");
        }
    }

    private static String text(byte[] document) throws MalformedJson {
        String text = Utf8Text.read(document);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void take(XMLStreamReader reader, int event, List<XmlElement> open) throws MalformedJson {
        XmlElement inner = open.get(open.size() - 1);
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() > DEEPEST) {
                    throw malformed(reader, Expected.to("be at most " + DEEPEST + " elements deep"), "deeper");
                }
                XmlElement element = started(reader);
                inner.children().add(element);
                open.add(element);
            }
            case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                inner.text().append(reader.getText());
            case XMLStreamConstants.DTD -> throw malformed(reader, Expected.to("have no document type"), "with one");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw malformed(reader, Expected.to("have no entities but those of XML"), "with another");
            default -> {}
        }
    }

    private static MalformedJson malformed(XMLStreamReader reader, Expected expected, String got) {
        int line = Math.max(1, reader.getLocation().getLineNumber());
        return new MalformedJson(line, Math.max(1, reader.getLocation().getColumnNumber()), expected, got);
    }

    private static XmlElement started(XMLStreamReader reader) {
        var attributes = new LinkedHashMap<String, String>();
        boolean nil = false;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean instance = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i));
            if (instance) {
                nil |= reader.getAttributeLocalName(i).equals("nil")
                        && reader.getAttributeValue(i).strip().matches("true|1");
            } else {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        return new XmlElement(
                reader.getLocalName(), namespace, attributes, nil, new ArrayList<>(), new StringBuilder());
    }
}
