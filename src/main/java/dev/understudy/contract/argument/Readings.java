package dev.understudy.contract.argument;

import dev.understudy.openapi.Part;
import dev.understudy.openapi.Reading;
import java.util.Set;

/**
 * Notes where the readers of a contract took a reading instead of the letter of the specification.
 *
 * @param letter the readings that are not taken
 */
public record Readings(Set<Reading> letter) {
    public static final Readings NONE = new Readings(Set.of());

    void optionalPathParameter(Part parameter) {
        String message = "a path parameter must have required: true";
        if (!parameter.isBrought()) {
            parameter.fault(message);
        } else if (takes(Reading.OPTIONAL_PATH_PARAMETER)) {
            parameter.hint(Reading.OPTIONAL_PATH_PARAMETER.word(), message + ", and is read as if it had", "");
        } else {
            parameter.fault(Reading.OPTIONAL_PATH_PARAMETER.word(), message, "");
        }
    }

    /** Whether a parameter must be given. */
    boolean isRequired(Part parameter, Part fallback) {
        boolean required = parameter.at("required").isTrue();
        if (required && fallback.isPresent() && parameter.isBrought() && takes(Reading.REQUIRED_DEFAULT)) {
            parameter.hint(
                    Reading.REQUIRED_DEFAULT.word(),
                    "a parameter with a default is not required: the default is taken",
                    "leave one of the two out");
            return false;
        }
        return required;
    }

    /** Whether responses that have nothing but a default mean success by it. */
    public boolean isSuccess(Part responses) {
        if (!responses.isBrought() || !takes(Reading.LONE_DEFAULT)) {
            return false;
        }
        responses.hint(
                Reading.LONE_DEFAULT.word(), "the default response, being the only one, means success", "write 200");
        return true;
    }

    /** Whether what is under a range of media types is JSON. */
    public boolean isJson(Part schema) {
        Part resolved = schema.resolved();
        boolean bytes = resolved.at("type").text().equals("string") || resolved.has("contentMediaType");
        if (!schema.isPresent() || bytes || !takes(Reading.ANY_MEDIA_TYPE)) {
            return false;
        }
        schema.hint(
                Reading.ANY_MEDIA_TYPE.word(),
                "content of any media type is read as JSON here",
                "write application/json");
        return true;
    }

    /** Whether what is under a media type of a vendor, which does not say how it is written, is JSON. */
    public boolean isVendorsJson(Part schema) {
        Part resolved = schema.resolved();
        boolean structured = resolved.has("properties")
                || resolved.at("allOf").children().stream()
                        .anyMatch(part -> part.resolved().has("properties"));
        if (!schema.isBrought() || !structured || !takes(Reading.VENDOR_MEDIA_TYPE)) {
            return false;
        }
        schema.hint(
                Reading.VENDOR_MEDIA_TYPE.word(),
                "content of a vendor's media type whose schema has properties is read as JSON",
                "end the media type with +json");
        return true;
    }

    /** Whether a list of a query, which is written otherwise, may be written by repeating its name too. */
    boolean isRepeated(Part parameter) {
        if (!parameter.isBrought() || !takes(Reading.REPEATED_LIST)) {
            return false;
        }
        parameter.hint(
                Reading.REPEATED_LIST.word(),
                "a list is taken as it is declared, and as its name repeated, which servers that write this read",
                "leave style and explode out if the name is to be repeated");
        return true;
    }

    /** Whether the schema of a stream, which is not of a list, is that of an item. */
    public boolean isItem(Part schema) {
        if (!takes(Reading.STREAM_ITEM)) {
            return false;
        }
        schema.hint(
                Reading.STREAM_ITEM.word(),
                "the schema of a stream, which is that of the list of all items, is read as that of one item",
                "write itemSchema in OpenAPI 3.2, or a schema of a list");
        return true;
    }

    /** Whether a property of a request chooses between events and another answer. */
    public boolean isStreamFlag(Part flag) {
        if (!takes(Reading.STREAM_FLAG)) {
            return false;
        }
        flag.hint(
                Reading.STREAM_FLAG.word(),
                "a request with stream: true is answered by events, whatever types it accepts",
                "");
        return true;
    }

    private boolean takes(Reading reading) {
        return !letter.contains(reading);
    }
}
