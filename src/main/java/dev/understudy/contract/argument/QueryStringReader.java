package dev.understudy.contract.argument;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.text.Gap;
import dev.understudy.contract.text.MediaType;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters that are a whole query, and notes what goes not together with one. */
record QueryStringReader(DocumentSchemas schemas, Readings readings) {
    private static final String KIND = "parameter-querystring";

    /** The argument; empty, and noted, if its content is of a kind that is not read. */
    Optional<QueryString> argument(Part part, String name) {
        if (!part.has("content")) {
            part.at("in").fault(KIND, "a whole query is described by content", "write content in place of the schema");
            return Optional.empty();
        }
        List<Part> medias = part.at("content").children();
        Optional<MediaType> type =
                medias.size() == 1 ? MediaType.of(medias.get(0).key()) : Optional.empty();
        if (type.filter(MediaType::isForm).isEmpty()) {
            return new StyleReader(schemas, readings)
                    .content(part, Place.QUERY, name)
                    .map(content -> new QueryString(content, null, Set.of()));
        }
        Part media = medias.get(0).resolved();
        List<Gap> gaps = type.orElseThrow().isMultipart() ? List.of(multipart(media)) : FormBody.gaps(media, schemas);
        gaps.forEach(Gap::note);
        if (!gaps.isEmpty()) {
            return Optional.empty();
        }
        Part schema = media.at("schema");
        var content = new ContentParameter(
                Place.QUERY,
                name,
                part.at("required").isTrue(),
                false,
                schema.isPresent() ? schemas.at(schema.pointer()) : null,
                null);
        var fields = new FormBody(type.orElseThrow(), media, schemas, header -> Optional.empty());
        return Optional.of(new QueryString(content, fields, Set.of()));
    }

    private static Gap multipart(Part media) {
        return new Gap(
                media, "parameter-content", "a query is no multipart body", "use application/x-www-form-urlencoded");
    }

    /** Notes a whole query beside another, or beside parameters of the query. */
    static void checkAlone(Collection<Part> declared) {
        List<Part> wholes = declared.stream()
                .filter(each -> each.at("in").text().equals("querystring"))
                .toList();
        boolean beside = declared.stream().anyMatch(each -> each.at("in").text().equals("query"));
        if (beside || wholes.size() > 1) {
            String what = beside ? "parameters of the query" : "another";
            wholes.forEach(whole ->
                    whole.at("in").fault(KIND, "a whole query cannot stand beside " + what, "leave one of them out"));
        }
    }
}
