package dev.understudy.contract.form;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.form.Field.Medium;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.style.StyledKeys;
import dev.understudy.contract.text.HeaderList;
import dev.understudy.contract.text.MediaType;
import dev.understudy.openapi.Part;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads how a document writes the properties of a form (OpenAPI 3.0.4 section 4.7.15, "Encoding Object").
 *
 * @param headers of the parts of a multipart body, by the names of their fields, or where the encoding of a part
 *     without a name stands
 */
record FieldReader(Part media, Shape whole, boolean multipart, Map<String, List<PartHeader>> headers) {
    static final List<String> OF_STYLES = List.of("style", "explode", "allowReserved");
    static final Set<Style> STYLES = Set.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT);

    /** What a schema may say that leaves every value to it. */
    private static final Set<String> NOTES =
            Set.of("title", "description", "default", "example", "examples", "deprecated", "nullable", "writeOnly");

    /** The declared ones by their names. */
    Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        whole.properties().forEach(name -> fields.put(name, field(name)));
        return fields;
    }

    /** The one of this name, which need not be declared. */
    Field field(String name) {
        Shape shape = whole.property(name);
        Part encoding = media.at("encoding").at(name);
        var others = new HashSet<>(whole.properties());
        others.remove(name);
        boolean styled = OF_STYLES.stream().anyMatch(encoding::has);
        List<MediaType> types = styled ? List.of() : types(encoding);
        Medium medium = medium(shape, styled, types);
        Style style = style(encoding, shape, medium);
        boolean explode = encoding.has("explode") ? encoding.at("explode").isTrue() : style == Style.FORM;
        return new Field(
                name,
                shape,
                medium,
                new StyledKeys(Place.QUERY, name, style, explode, shape, others, false),
                multipart ? types : List.of(),
                headers.getOrDefault(name, List.of()));
    }

    /** The item with this index of a body that is a list of parts (OpenAPI 3.2.0 section 4.15.1.2). */
    Field item(int index) {
        Shape shape = whole.item(index);
        Part encoding = media.at("prefixEncoding").at(index);
        Part own = encoding.isPresent() ? encoding : media.at("itemEncoding");
        List<MediaType> types = types(own);
        return new Field(
                "",
                shape,
                medium(shape, false, types),
                new StyledKeys(Place.QUERY, "", Style.FORM, true, shape, Set.of(), false),
                types,
                headers.getOrDefault(own.pointer(), List.of()));
    }

    /** The media types that a content of a field may have; none where nothing is said. */
    static List<MediaType> types(Part encoding) {
        return HeaderList.split(encoding.at("contentType").text()).stream()
                .flatMap(type -> MediaType.of(type).stream())
                .toList();
    }

    /** Of a single value the other styles say nothing, and brackets are what JSON is written in otherwise. */
    private static Style style(Part encoding, Shape shape, Medium medium) {
        if (medium == Medium.ANY) {
            return Style.DEEP_OBJECT;
        } else if (!shape.isContainer()) {
            return Style.FORM;
        }
        Style otherwise = shape.isObject() && medium != Medium.STYLED ? Style.DEEP_OBJECT : Style.FORM;
        return Style.of(encoding.at("style").text()).filter(STYLES::contains).orElse(otherwise);
    }

    /** How the values of a field are written. */
    private Medium medium(Shape shape, boolean styled, List<MediaType> types) {
        Shape each = shape.isList() ? shape.items() : shape;
        if (multipart && any(each, FieldReader::isBytes)) {
            return Medium.BYTES;
        } else if (multipart && any(each, FieldReader::isBase64)) {
            return Medium.BASE64;
        } else if (styled) {
            return Medium.STYLED;
        } else if (!types.isEmpty() && types.stream().allMatch(MediaType::isJson)) {
            return Medium.JSON;
        } else if (each.schemas().stream().allMatch(FieldReader::isOpen)) {
            return Medium.ANY;
        }
        return each.isContainer() && !each.isScalar() ? Medium.JSON : Medium.TEXT;
    }

    private static boolean any(Shape shape, Predicate<Part> test) {
        return shape.schemas().stream().anyMatch(schema -> any(schema, test, new HashSet<>()));
    }

    private static boolean any(Part schema, Predicate<Part> test, Set<String> seen) {
        Part here = schema.resolved();
        if (!seen.add(here.pointer())) {
            return false;
        }
        return test.test(here)
                || List.of("allOf", "anyOf", "oneOf").stream()
                        .flatMap(key -> here.at(key).children().stream())
                        .anyMatch(each -> any(each, test, seen));
    }

    private static boolean isBytes(Part schema) {
        String media = schema.at("contentMediaType").text();
        boolean text = media.startsWith("text/") || media.contains("json");
        return schema.at("format").text().equals("binary")
                || !media.isEmpty() && !text && !schema.has("contentEncoding");
    }

    private static boolean isBase64(Part schema) {
        return schema.at("format").text().equals("byte")
                || schema.at("contentEncoding").text().startsWith("base64");
    }

    /** Whether it takes anything. */
    private static boolean isOpen(Part schema) {
        return schema.resolved().value().properties().stream()
                .allMatch(keyword ->
                        NOTES.contains(keyword.getKey()) || keyword.getKey().startsWith("x-"));
    }
}
