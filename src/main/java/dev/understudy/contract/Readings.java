package dev.understudy.contract;

import dev.understudy.openapi.Part;
import dev.understudy.openapi.Reading;

/** Where the readers of a contract take the plain meaning of what by the letter has another, or none. */
final class Readings {
    private Readings() {}

    static void optionalPathParameter(Part parameter) {
        if (parameter.isBrought()) {
            parameter.hint(
                    Reading.OPTIONAL_PATH_PARAMETER.word(),
                    "a path parameter is required, whether it says so or not",
                    "write required: true");
        } else {
            parameter.fault("a path parameter must have required: true");
        }
    }

    /** Whether a parameter must be given. */
    static boolean isRequired(Part parameter, Part fallback) {
        boolean required = parameter.at("required").isTrue();
        if (parameter.isBrought() && required && fallback.isPresent()) {
            parameter.hint(
                    Reading.REQUIRED_DEFAULT.word(),
                    "a parameter with a default is not required: the default is taken",
                    "leave one of the two out");
            return false;
        }
        return required;
    }

    /** {@code content: {type: void}}. */
    static void noMediaType(Part media) {
        media.hint(
                Reading.NO_MEDIA_TYPE.word(),
                "\"" + media.key() + "\" is no media type, and is read as no content",
                "leave it out, or write one such as application/json");
    }

    /** Whether what is under a range of media types is JSON. */
    static boolean isJson(Part schema) {
        Part resolved = schema.resolved();
        String type = resolved.at("type").text();
        boolean bytes = type.equals("string") || resolved.has("contentMediaType");
        if (schema.isPresent() && !bytes) {
            schema.hint(
                    Reading.ANY_MEDIA_TYPE.word(),
                    "content of any media type is read as JSON here",
                    "write application/json");
        }
        return schema.isPresent() && !bytes;
    }
}
