package dev.understudy.contract.xml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.text.Gap;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body that is XML, as the schema of a media type describes it. */
public final class XmlBody {
    private final Part schema;
    private final DocumentSchemas schemas;
    /** Made when it is first asked for: documents have hundreds. */
    private @Nullable Shape shape;

    /** The XML of this schema. */
    public XmlBody(Part schema, DocumentSchemas schemas) {
        this.schema = schema;
        this.schemas = schemas;
    }

    /** Whether a schema is of what has elements: a text is XML as it is. */
    public static boolean isOf(DocumentSchemas schemas, Part schema) {
        return schema.isPresent() && Shape.of(schemas, schema).isContainer();
    }

    /** What of the schema no XML can be. */
    public static List<Gap> gaps(Part schema) {
        return XmlGaps.of(schema);
    }

    private synchronized Shape shape() {
        if (shape == null) {
            shape = Shape.of(schemas, schema);
        }
        return shape;
    }

    /** Whether the document says what its root element is called. */
    public boolean isNamed() {
        return !root().local().isEmpty();
    }

    /** The name of the root element; an empty one if the document says nothing about it. */
    private XmlName root() {
        return XmlName.of(shape(), XmlName.component(schema));
    }

    /** The value of a document. */
    public JsonNode read(byte[] document) throws MalformedJson {
        XmlElement element = XmlElement.root(document);
        XmlName root = root();
        if (!root.local().isEmpty() && !root.matches(element)) {
            String named = root.namespace().isEmpty() ? "" : " of the namespace " + root.namespace();
            throw new MalformedJson(
                    1, 1, Expected.be("the element " + root.local() + named), MessageText.text(element.name()));
        }
        return XmlReading.value(element, shape());
    }

    /** The document of a value. */
    public byte[] write(JsonNode value) {
        XmlName root = root();
        return XmlWriting.document(
                value,
                shape(),
                root.local().isEmpty() ? new XmlName("root", root.namespace(), root.prefix(), "element") : root);
    }
}
