package dev.understudy.contract;

import dev.understudy.contract.argument.Readings;
import dev.understudy.contract.stream.StreamBody;
import dev.understudy.contract.text.Gap;
import dev.understudy.contract.text.MediaType;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.Reading;
import dev.understudy.schema.DocumentSchemas;
import java.util.List;
import java.util.Set;

/**
 * Reads how a document describes content that is items one after the other.
 *
 * @param paces where it says how they come, as far as that was read
 */
record StreamReader(Readings readings, Set<String> paces) {
    /** Why it cannot be kept; nothing if it can. */
    List<Gap> gaps(Part media) {
        Part schema = media.at("schema");
        boolean item = schema.isPresent() && !isList(schema) && !media.has("itemSchema");
        return item && !readings.isItem(schema)
                ? List.of(new Gap(
                        schema,
                        Reading.STREAM_ITEM.word(),
                        "the schema is for the list of all items, and admits none",
                        "write itemSchema, or a schema of a list"))
                : List.of();
    }

    Content content(MediaType type, Part media, DocumentSchemas schemas) {
        paces.add(media.at(PaceHeader.EXTENSION).pointer());
        Part schema = media.at("schema");
        boolean list = isList(schema);
        Part item = list ? items(schema) : schema;
        item = media.has("itemSchema") ? media.at("itemSchema") : item;
        // A schema that is not of a list, beside that of an item, says nothing.
        Part whole = list ? schema : media.at("there is none");
        return new Content(type, media, new StreamBody(type, item, whole, PaceHeader.of(media), schemas));
    }

    /** What every item is held to; items that are told by their place are held to the list alone. */
    private static Part items(Part list) {
        return list.resolved().at(list.resolved().has("prefixItems") ? "there are others" : "items");
    }

    private static boolean isList(Part schema) {
        Part here = schema.resolved();
        String type = here.at("type").text();
        return type.equals("array") || type.isEmpty() && here.has("items");
    }
}
