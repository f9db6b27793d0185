package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.ObjectKind.Key;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through a brought document from its root and along its references, each object once for what it is: makes the
 * references local, gathers the schemas, and notes what is wrong with the objects around them.
 */
final class DocumentReader {
    private final Document document;
    private final References references;
    private final Outline outline;
    private final int minor;
    private final Map<String, SchemaKeyword> schemaKeys;
    private final Map<JsonNode, String> seen = new IdentityHashMap<>();
    private final Deque<Visit> next = new ArrayDeque<>();
    private final List<Visit> referring = new ArrayList<>();

    private record Visit(Part part, String kind) {}

    DocumentReader(Document document, Bundle bundle) {
        this.document = document;
        this.outline = document.outline();
        this.references = new References(document, bundle);
        String version = document.root().at("openapi").text();
        this.minor = version.charAt(2) - '0';
        this.schemaKeys = SchemaKeyword.of(version);
    }

    void read() {
        object(document.root(), "document");
        while (!next.isEmpty()) {
            Visit visit = next.remove();
            object(visit.part(), visit.kind());
        }
        referring.forEach(DocumentReader::circle);
        if (minor > 0) {
            Anchors.remove(outline.schemas());
        }
        ComponentFindings.check(document);
        LiteralReferences.check(document);
    }

    private void object(Part part, String kind) {
        JsonNode value = part.value();
        if (kind.equals("schema") && value.isBoolean() && minor > 0) {
            return;
        }
        if (!value.isObject()) {
            part.fault(
                    "not-an-object",
                    "must be an object, the " + kind + " of OpenAPI, was " + MessageText.value(value),
                    "write one");
            return;
        }
        if (kind.equals(seen.put(value, kind))) {
            return;
        }
        if (kind.equals("schema")) {
            schema(part);
        } else if (part.reference().isPresent() && !kind.equals("requirement")) {
            reference(part, kind);
        } else if (kind.equals("callback")) {
            part.children().stream().filter(DocumentReader::counts).forEach(path -> object(path, "path"));
        } else if (!kind.equals("requirement")) {
            keys(part, kind);
            examples(part);
            if (kind.equals("parameter") || kind.equals("header")) {
                schemaOrContent(part);
            }
            external(part.at("externalValue"), kind);
        }
    }

    private static void schemaOrContent(Part parameter) {
        Part content = parameter.at("content");
        if (parameter.has("schema") && content.isPresent()) {
            content.fault("schema-and-content", "a parameter has either a schema or content", "leave one of them out");
        } else if (content.value().size() > 1) {
            content.fault(
                    "schema-and-content", "the content of a parameter has one media type", "leave out the others");
        } else if (!parameter.has("schema") && !content.isPresent()) {
            parameter.hint("parameter-without-schema", "a parameter without a schema takes any text", "add one");
        }
    }

    private void external(Part value, String kind) {
        if (kind.equals("example") && value.isPresent() && document.file(value).isEmpty()) {
            value.hint(
                    "external-value",
                    "the file " + MessageText.value(value.value()) + " is not read, and the example is not used",
                    "put it below the contract root, and name it relative to this file");
        }
    }

    /** The values that a parameter, a header or a body gives as examples of its schema. */
    private void examples(Part part) {
        if (part.has("schema")) {
            Part schema = part.at("schema");
            if (part.has("example")) {
                outline.examples().add(new Example(part.at("example"), schema));
            }
            for (Part example : part.at("examples").children()) {
                Part value = example.resolved().at(example.resolved().has("dataValue") ? "dataValue" : "value");
                if (value.isPresent()) {
                    outline.examples().add(new Example(value, schema));
                }
            }
        }
    }

    private void schema(Part part) {
        outline.schemas().add(part);
        if (part.reference().isPresent()) {
            refer(part, "schema");
            if (minor == 0) {
                return;
            }
        } else if (part.value().path("$dynamicRef").isTextual()) {
            references.dynamic(part).ifPresent(target -> later(target, "schema"));
        }
        for (Map.Entry<String, JsonNode> entry : part.value().properties()) {
            SchemaKeyword keyword = schemaKeys.get(entry.getKey());
            if (keyword != null) {
                below(part, keyword, entry.getValue());
            }
        }
    }

    private void below(Part schema, SchemaKeyword keyword, JsonNode value) {
        switch (keyword.value()) {
            case SCHEMA -> {
                // In 3.0 a boolean may stand for additionalProperties, and in no other place.
                if (!value.isBoolean()) {
                    object(schema.at(keyword.name()), "schema");
                }
            }
            case SCHEMAS, NAMED_SCHEMAS -> schema.at(keyword.name()).children().forEach(each -> object(each, "schema"));
            case DISCRIMINATOR -> discriminator(schema.at(keyword.name()));
            default -> {}
        }
    }

    private void discriminator(Part discriminator) {
        discriminator.at("mapping").children().forEach(this::mapping);
        if (discriminator.at("defaultMapping").value().isTextual()) {
            mapping(discriminator.at("defaultMapping"));
        }
    }

    private void mapping(Part mapped) {
        references.mapping(mapped).ifPresent(target -> later(target, "schema"));
    }

    private void reference(Part part, String kind) {
        refer(part, kind);
        referring.add(new Visit(part, kind));
        if (kind.equals("path")) {
            keys(part, kind);
            return;
        }
        for (Part child : part.children()) {
            boolean allowed =
                    minor > 0 && (child.key().equals("summary") || child.key().equals("description"));
            if (counts(child)
                    && !child.key().equals("$ref")
                    && !allowed
                    && !child.key().equals("description")) {
                child.hint(
                        "beside-reference",
                        "\"" + child.key() + "\" beside $ref has no effect",
                        "move it to what is referred to");
            }
        }
    }

    /**
     * Of schemas in a circle {@link dev.understudy.schema} tells whether a value can keep them; nothing else has any.
     */
    private static void circle(Visit referring) {
        if (referring.part().isCircular()) {
            Part reference = referring.part().at("$ref");
            reference.fault(
                    "broken-reference",
                    "\"" + reference.text() + "\" leads through references in a circle, to nothing",
                    "write the " + referring.kind() + " in place of one of them");
        }
    }

    private void refer(Part part, String kind) {
        references.localize(part, kind).ifPresent(target -> later(target, kind));
    }

    private void later(Part target, String kind) {
        next.add(new Visit(target, kind));
    }

    private void keys(Part part, String kind) {
        // A copy: reading another file adds a key to the root.
        for (Map.Entry<String, JsonNode> entry : List.copyOf(part.value().properties())) {
            Key known = ObjectKind.keys(kind).get(entry.getKey());
            boolean plain = known != null && known.kind().isEmpty() && known.since() <= minor;
            if (!plain && !entry.getKey().startsWith("x-")) {
                key(part.at(entry.getKey()), kind);
            }
        }
        for (Key key : ObjectKind.keys(kind).values()) {
            if (key.duty(minor) && !part.has(key.name())) {
                missing(part, kind, key);
            }
        }
    }

    private static void missing(Part part, String kind, Key key) {
        String message = "the " + kind + " has no \"" + key.name() + "\", which OpenAPI requires";
        if (key.need()) {
            part.fault("missing-key", message, "add it");
        } else {
            part.hint("missing-key", message, "add it");
        }
    }

    private void key(Part child, String kind) {
        Key key = ObjectKind.keys(kind).get(child.key());
        if (key == null || key.since() > minor) {
            unknown(child, kind, key != null);
            return;
        }
        if (key.kind().isEmpty() || child.value().isNull() && !key.need()) {
            return;
        }
        boolean aside = child.key().equals("callbacks") || child.key().equals("links");
        if (aside && !outline.isAside(child.pointer())) {
            outline.asides().add(child.pointer());
        }
        switch (key.many()) {
            case ONE -> object(child, key.kind());
            case LIST -> each(child, key, child.value().isArray(), "a list");
            case MAP -> each(child, key, child.value().isObject(), "an object");
        }
    }

    private void each(Part child, Key key, boolean right, String what) {
        if (!right) {
            child.fault("wrong-type", "must be " + what + ", was " + MessageText.value(child.value()), "write " + what);
            return;
        }
        if (key.name().equals("content")) {
            child.children().forEach(DocumentReader::noContent);
        }
        boolean named = key.kind().equals("schema") || key.kind().equals("securityScheme");
        if (key.kind().equals("example") && child.reference().isPresent()) {
            LiteralReferences.named(child);
            return;
        }
        for (Part each : child.children()) {
            if (named || counts(each)) {
                object(each, key.kind());
            }
        }
    }

    /** {@code content: {type: void}}, as some emitters write for no content. */
    private static void noContent(Part media) {
        if (!media.value().isObject() && !media.key().contains("/") && counts(media)) {
            media.hint(
                    Reading.NO_MEDIA_TYPE.word(),
                    "\"" + media.key() + "\" is no media type, and is read as no content",
                    "leave it out, or write one such as application/json");
            ((ObjectNode) media.document().tree().at(Pointers.parent(media.pointer()))).remove(media.key());
        }
    }

    private void unknown(Part child, String kind, boolean later) {
        if (later) {
            child.hint(
                    "later-version",
                    "\"" + child.key() + "\" of the " + kind
                            + " came with a later version of OpenAPI than this document" + " has",
                    "raise the version at \"openapi\", or leave it out");
            return;
        }
        String near = Nearest.hint(child.key(), ObjectKind.keys(kind).keySet());
        child.hint("unknown-key", "\"" + child.key() + "\" is no key of the " + kind + " and has no effect" + near, "");
    }

    private static boolean counts(Part part) {
        return !part.key().startsWith("x-");
    }
}
