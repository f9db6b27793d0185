package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.style.Leaf;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.style.StyledKeys;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.text.Scalar;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of brought documents, in any style of the specification. */
record StyleReader(DocumentSchemas schemas, Readings readings) {
    /** The styles of a place, the default first (OpenAPI 3.0.4 section 4.7.12.3; cookie came with 3.2). */
    private static final Map<Place, List<Style>> STYLES = Map.of(
            Place.PATH, List.of(Style.SIMPLE, Style.LABEL, Style.MATRIX),
            Place.QUERY, List.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT),
            Place.HEADER, List.of(Style.SIMPLE),
            Place.COOKIE, List.of(Style.FORM, Style.COOKIE));

    private static final Set<Style> EXPLODED = Set.of(Style.FORM, Style.COOKIE);

    /** How a text or a list of texts is written in the default style; empty for anything with more in it. */
    static Optional<Parameter.Form> plain(DocumentSchemas schemas, Part part) {
        Shape shape = Shape.of(schemas, part.at("schema"));
        boolean list = shape.isList();
        if (part.has("content") || shape.isObject() || list && (shape.isScalar() || shape.isNested())) {
            return Optional.empty();
        }
        if (!part.has("schema")) {
            return Optional.of(new Parameter.Form(
                    new Leaf(List.of(Scalar.STRING), Expected.be("a string"), value -> true), false, false));
        }
        return Optional.of(new Parameter.Form((list ? shape.items() : shape).leaf(), list, false));
    }

    /** The argument; empty, and noted, if its content is of a kind that is not read. */
    Optional<Argument> argument(Part part, Place place, String name) {
        if (part.has("content")) {
            return content(part, place, name).map(Argument.class::cast);
        }
        List<Style> styles = STYLES.getOrDefault(place, List.of());
        String word = part.at("style").text(styles.get(0).word());
        Optional<Style> known = Style.of(word).filter(styles::contains);
        if (known.isEmpty()) {
            List<String> words = styles.stream().map(Style::word).toList();
            part.at("style")
                    .gap(
                            "parameter-style",
                            "the style \"" + word + "\" is none of a " + place.word() + " parameter",
                            "use " + String.join(", ", words));
        }
        Part schema = part.at("schema");
        Shape shape = Shape.of(schemas, schema);
        Style style = known.orElse(styles.get(0));
        if (place == Place.QUERY && !shape.isContainer()) {
            // Of a single value the other styles say nothing.
            style = Style.FORM;
        }
        Part fallback = fallback(schema);
        boolean required = readings.isRequired(part, fallback);
        JsonNode otherwise = fallback.isPresent() ? fallback.value() : null;
        boolean empty = part.at("allowEmptyValue").isTrue();
        if (!shape.isContainer() && !empty && style == styles.get(0)) {
            var form = new Parameter.Form(shape.leaf(), false, false);
            return Optional.of(new Parameter(place, name, required, form, schemas.at(schema.pointer()), otherwise));
        }
        nested(schema, shape, place, name);
        boolean explode = part.has("explode") ? part.at("explode").isTrue() : EXPLODED.contains(style);
        boolean list = place == Place.QUERY && shape.isList() && !shape.isObject();
        boolean declared = style == Style.FORM && !explode || style == Style.DEEP_OBJECT;
        boolean repeated = list && declared && readings.isRepeated(part);
        var keys = new StyledKeys(place, name, style, explode, shape, Set.of(), repeated);
        return Optional.of(new StyledParameter(
                place, name, required, empty, keys, shape, schemas.at(schema.pointer()), otherwise));
    }

    private static void nested(Part schema, Shape shape, Place place, String name) {
        if (shape.isNested()) {
            String read = place == Place.QUERY ? "with brackets, as in " + name + "[a][b]=1 or a[0]=1" : "as JSON";
            schema.hint(
                    "nested-parameter",
                    "no style of OpenAPI writes a list or an object inside of another: it is read " + read,
                    "give the parameter content instead");
        }
    }

    /** A parameter of JSON or text; empty, and noted, if its content is of another kind. */
    Optional<ContentParameter> content(Part part, Place place, String name) {
        List<Part> medias = part.at("content").children();
        Optional<String> type = medias.size() != 1
                ? Optional.empty()
                : MediaType.of(medias.get(0).key()).map(MediaType::type);
        boolean json = type.filter(each -> each.matches("(?i)application/json\\b.*|[^;]*\\+json\\b.*"))
                .isPresent();
        if (!json && type.filter(each -> each.startsWith("text/")).isEmpty()) {
            part.at("content")
                    .gap(
                            "parameter-content",
                            "the content of a parameter must be JSON or text",
                            "use application/json or text/plain");
            return Optional.empty();
        }
        Part schema = medias.get(0).resolved().at("schema");
        Part fallback = fallback(schema);
        @Nullable JsonNode otherwise = fallback.isPresent() ? fallback.value() : null;
        return Optional.of(new ContentParameter(
                place,
                name,
                readings.isRequired(part, fallback),
                json,
                schema.isPresent() ? schemas.at(schema.pointer()) : null,
                otherwise));
    }

    /** The default of the schema, of what it refers to, or of the only one that it adds to. */
    private static Part fallback(Part schema) {
        Part here = schema.has("default") ? schema : schema.resolved();
        Part bases = here.at("allOf");
        return !here.has("default") && bases.value().size() == 1
                ? bases.at(0).resolved().at("default")
                : here.at("default");
    }
}
