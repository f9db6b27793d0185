package dev.understudy.contract.form;

import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.text.Gap;
import dev.understudy.contract.text.MediaType;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import java.util.ArrayList;
import java.util.List;

/** Finds what of the encoding of a form is not supported. */
record EncodingGaps(List<Gap> found) {
    private static final List<String> POSITIONAL = List.of("prefixEncoding", "itemEncoding");

    static List<Gap> of(Part media, DocumentSchemas schemas) {
        var gaps = new EncodingGaps(new ArrayList<>());
        gaps.look(media, schemas);
        return gaps.found();
    }

    private void look(Part media, DocumentSchemas schemas) {
        if (!isList(Shape.of(schemas, media.at("schema")))) {
            positional(media);
        }
        byPlace(media).forEach(this::nested);
        for (Part encoding : media.at("encoding").children()) {
            nested(encoding);
            String style = encoding.at("style").text("form");
            if (Style.of(style).filter(FieldReader.STYLES::contains).isEmpty()) {
                add(
                        encoding.at("style"),
                        "the style \"" + style + "\" is none of a form",
                        "use form, spaceDelimited, pipeDelimited or deepObject");
            }
            if (encoding.has("contentType") && FieldReader.OF_STYLES.stream().noneMatch(encoding::has)) {
                content(encoding, Shape.of(schemas, media.at("schema")));
            }
        }
    }

    /** The encodings of parts that have no names. */
    static List<Part> byPlace(Part media) {
        var encodings = new ArrayList<>(media.at("prefixEncoding").children());
        if (media.has("itemEncoding")) {
            encodings.add(media.at("itemEncoding"));
        }
        return encodings;
    }

    private static boolean isList(Shape shape) {
        return shape.isList() && !shape.isObject();
    }

    private void nested(Part encoding) {
        positional(encoding);
        if (encoding.has("encoding")) {
            add(encoding.at("encoding"), "a form inside of a form is not supported", "make the part JSON");
        }
    }

    private void positional(Part owner) {
        for (String key : POSITIONAL) {
            if (owner.has(key)) {
                add(owner.at(key), "parts that are told by their place are not supported here", "name them");
            }
        }
    }

    /** An object or a list of them is read as JSON alone. */
    private void content(Part encoding, Shape whole) {
        List<MediaType> types = FieldReader.types(encoding);
        Shape shape = whole.property(encoding.key());
        Shape each = shape.isList() ? shape.items() : shape;
        boolean json =
                types.stream().anyMatch(type -> type.isJson() || type.type().matches("(\\*|application)/\\*"));
        if (each.isContainer() && !each.isScalar() && !json && !types.isEmpty()) {
            add(
                    encoding.at("contentType"),
                    "an object as " + types.get(0).type() + " in a form is not supported",
                    "use application/json");
        }
    }

    private void add(Part part, String message, String repair) {
        found.add(new Gap(part, "field-encoding", message, repair));
    }
}
