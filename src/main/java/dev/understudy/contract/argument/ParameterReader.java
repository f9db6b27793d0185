package dev.understudy.contract.argument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.style.Leaf;
import dev.understudy.contract.text.Scalar;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an operation takes besides its body, and notes what of it is not supported. */
public record ParameterReader(DocumentSchemas documentSchemas, Readings readings) {
    private static final Map<String, String> STYLES =
            Map.of("path", "simple", "query", "form", "header", "simple", "cookie", "form");

    /**
     * These headers are described elsewhere in a contract; as parameters they are ignored (OpenAPI 3.0.3, 4.7.12.2).
     */
    private static final Set<String> NO_ARGUMENTS = Set.of("accept", "content-type", "authorization");

    /** The argument; empty if this parameter is none. */
    public Optional<Argument> argument(Part part) {
        String in = part.at("in").text();
        String name = part.at("name").text();
        if (in.equals("querystring") && part.isBrought()) {
            return new QueryStringReader(documentSchemas, readings)
                    .argument(part, name)
                    .map(Argument.class::cast);
        }
        if (part.isCircular()) {
            // Its references lead in a circle, as its reader said.
            return Optional.empty();
        }
        if (!STYLES.containsKey(in)) {
            (part.has("in") ? part.at("in") : part)
                    .fault("parameter-in", "\"in\" must be path, query, header or cookie", "");
            return Optional.empty();
        }
        boolean described = in.equals("header") && NO_ARGUMENTS.contains(name.toLowerCase(Locale.ROOT));
        if (described || part.has("x-alias-of") && !part.isBrought()) {
            return Optional.empty();
        }
        if (in.equals("path") && !part.at("required").isTrue()) {
            readings.optionalPathParameter(part);
        }
        if (part.has("x-comma-list") && !part.isBrought()) {
            return Optional.of(commaList(part, in));
        }
        Place place = Place.valueOf(in.toUpperCase(Locale.ROOT));
        return part.isBrought() && (part.has("schema") || part.has("content"))
                ? new StyleReader(documentSchemas, readings).argument(part, place, name)
                : parameter(part, place, name, STYLES.get(in)).map(Argument.class::cast);
    }

    /** The argument of this key of the query, though the parameter says another place. */
    Optional<Argument> queried(Part part, String key) {
        return part.isCircular()
                ? Optional.empty()
                : part.has("schema") || part.has("content")
                        ? new StyleReader(documentSchemas, readings).argument(part, Place.QUERY, key)
                        : parameter(part, Place.QUERY, key, "form").map(Argument.class::cast);
    }

    /** A response header; these are written as parameters without a name and a place. */
    public Optional<Parameter> header(Part part) {
        return parameter(part.resolved(), Place.HEADER, part.key(), "simple");
    }

    private Optional<Parameter> parameter(Part part, Place place, String name, String supported) {
        String style = part.at("style").text(supported);
        if (!style.equals(supported)) {
            part.at("style").gap("parameter-style", "the style \"" + style + "\" is not supported", "use " + supported);
        }
        Part schema = typed(part.at("schema"));
        Optional<Parameter.Form> form =
                part.isBrought() ? StyleReader.plain(documentSchemas, part) : form(schema, part, place);
        if (form.isEmpty()) {
            (part.has("content") ? part.at("content") : part.at("schema"))
                    .gap(
                            part.has("content") ? "parameter-content" : "parameter-type",
                            "a " + place.word() + " parameter must have the type string, integer, number or boolean"
                                    + (place == Place.COOKIE ? "" : ", or be an array of one of these"),
                            "");
            return Optional.empty();
        }
        SchemaCheck check = documentSchemas.at(part.at("schema").pointer());
        Part fallback = schema.at("default");
        if (fallback.isPresent() && !part.isBrought()) {
            verify(fallback, check.violations(place, name, fallback.value()));
        }
        return Optional.of(new Parameter(
                place,
                name,
                readings.isRequired(part, fallback),
                form.get(),
                check,
                fallback.isPresent() ? fallback.value() : null));
    }

    private CommaList commaList(Part part, String in) {
        Part extension = part.at("x-comma-list");
        if (!in.equals("query")) {
            extension.fault("x-comma-list is for query parameters");
        }
        Part schemas = part.document().root().at("components").at("schemas");
        Part items = schemas.at(extension.at("schema").text());
        if (!items.isPresent()) {
            extension.fault("x-comma-list must name the \"schema\" of its items, one of "
                    + String.join(
                            ", ", schemas.children().stream().map(Part::key).toList()));
        }
        String name = part.at("name").text();
        SchemaCheck check = documentSchemas.at(items.pointer());
        Part fallback = typed(part.at("schema")).at("default");
        List<String> defaults = CommaList.split(fallback.text());
        defaults.forEach(item -> verify(fallback, check.violations(Place.QUERY, name, TextNode.valueOf(item))));
        List<String> spellings =
                extension.has("alias") ? List.of(name, extension.at("alias").text()) : List.of(name);
        return new CommaList(name, part.at("required").isTrue(), spellings, check, defaults);
    }

    private static void verify(Part fallback, List<Violation> violations) {
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            fallback.fault("the default " + first.demand());
        }
    }

    private Optional<Parameter.Form> form(Part schema, Part part, Place place) {
        boolean list = schema.at("type").text().equals("array");
        Part element = list ? typed(schema.at("items")) : schema;
        boolean separate = place == Place.QUERY
                && (part.has("explode") ? part.at("explode").isTrue() : true);
        return Scalar.of(element.at("type").text())
                .filter(scalar -> scalar != Scalar.NULL && !(list && place == Place.COOKIE))
                .map(scalar -> new Leaf(
                        List.of(scalar),
                        Wording.expected("type", documentSchemas.schema(element.pointer())),
                        value -> true))
                .map(leaf -> new Parameter.Form(leaf, list, separate && list));
    }

    /** The schema that names the type: this one, what it refers to, or the one that it only adds to. */
    private static Part typed(Part schema) {
        Part resolved = schema.resolved();
        JsonNode bases = resolved.value().path("allOf");
        return !resolved.has("type") && bases.size() == 1
                ? resolved.at("allOf").at(0).resolved()
                : resolved;
    }
}
