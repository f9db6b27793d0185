package dev.understudy.contract.form;

import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.text.MediaType;
import dev.understudy.openapi.Part;
import dev.understudy.schema.SchemaBook;
import java.util.List;

/** Notes what of the encoding of a form is not supported. */
final class EncodingGaps {
    private static final List<String> POSITIONAL = List.of("prefixEncoding", "itemEncoding");

    private EncodingGaps() {}

    static void note(Part media, SchemaBook book) {
        positional(media);
        for (Part encoding : media.at("encoding").children()) {
            positional(encoding);
            if (encoding.has("encoding")) {
                encoding.at("encoding")
                        .gap("field-encoding", "a form inside of a form is not supported", "make the part JSON");
            }
            String style = encoding.at("style").text("form");
            if (Style.of(style).filter(FieldReader.STYLES::contains).isEmpty()) {
                encoding.at("style")
                        .gap(
                                "field-encoding",
                                "the style \"" + style + "\" is none of a form",
                                "use form, spaceDelimited, pipeDelimited or deepObject");
            }
            if (encoding.has("contentType") && FieldReader.OF_STYLES.stream().noneMatch(encoding::has)) {
                content(encoding, Shape.of(book, media.at("schema")));
            }
        }
    }

    private static void positional(Part owner) {
        for (String key : POSITIONAL) {
            if (owner.has(key)) {
                owner.at(key)
                        .gap("field-encoding", "parts that are told by their place are not supported", "name them");
            }
        }
    }

    /** An object or a list of them is read as JSON alone. */
    private static void content(Part encoding, Shape whole) {
        List<MediaType> types = FieldReader.types(encoding);
        Shape shape = whole.property(encoding.key());
        Shape each = shape.isList() ? shape.items() : shape;
        boolean json =
                types.stream().anyMatch(type -> type.isJson() || type.type().matches("(\\*|application)/\\*"));
        if (each.isContainer() && !each.isScalar() && !json && !types.isEmpty()) {
            encoding.at("contentType")
                    .gap(
                            "field-encoding",
                            "an object as " + types.get(0).type() + " in a form is not supported",
                            "use application/json");
        }
    }
}
