package dev.understudy.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What authors mean by constructs that by the specification say something else, or nothing. Each is taken for brought
 * documents and reported as a hint of its name, unless its author asks for the letter.
 */
public enum Reading {
    /** {@code nullable: true} beside an enum without null takes null. */
    NULLABLE_ENUM,
    /** {@code nullable: true} beside {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf} takes null. */
    NULLABLE_REFERENCE,
    /** In 3.1, {@code nullable: true} takes null. */
    NULLABLE_LATER,
    /**
     * In 3.1, {@code type: "null"} beside {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf} takes null too.
     */
    NULL_BESIDE_REFERENCE,
    /** A variant whose discriminator has no name for it has that of its schema, in small letters too. */
    VARIANT_NAME,
    /** A parameter with a default is not required, whatever it says. */
    REQUIRED_DEFAULT,
    /** A lone {@code default} response means success. */
    LONE_DEFAULT,
    /** What is under the media type {@code *}{@code /*} is JSON, if it is an object or a list. */
    ANY_MEDIA_TYPE,
    /**
     * What is under a media type of a vendor, such as {@code application/vnd.goa.error}, is JSON, if it has properties.
     */
    VENDOR_MEDIA_TYPE,
    /** A limit, count or flag that is written as a text is what the text says. */
    LIMIT_AS_TEXT,
    /** A path parameter is required, whether it says so or not. */
    OPTIONAL_PATH_PARAMETER,
    /** A reference that is the name of a schema means that schema. */
    BARE_NAME,
    /** Content that is no media type is no content. */
    NO_MEDIA_TYPE,
    /** A list of a query with {@code explode: false} or {@code deepObject} may be written by repeating its name. */
    REPEATED_LIST,
    /** A schema of a stream that is not of a list is that of one item. */
    STREAM_ITEM,
    /** A request whose property {@code stream} is true is answered by events, if the operation has them. */
    STREAM_FLAG;

    /** As it is written on the command line and in findings: {@code nullable-enum}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reading of this name. */
    public static Optional<Reading> of(String word) {
        return Arrays.stream(values())
                .filter(reading -> reading.word().equals(word))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Reading::word).toList();
    }
}
