package dev.understudy.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The keywords of schemas, one row each: all that anybody asks about them. A row of 3.1 is a keyword of JSON Schema
 * 2020-12 with what OpenAPI adds, which is also what {@link Lowering lowered} schemas are made of.
 *
 * @param versions the versions of OpenAPI that have it
 * @param value what stands beside it
 * @param effect what it does when values are judged
 * @param draft07 its name in JSON Schema draft 07; empty if that has no such keyword
 */
public record SchemaKeyword(String name, String versions, Value value, Effect effect, String draft07) {
    private static final String TABLE =
            """
            title                 | 3.0 3.1 | any           | note    | title
            description           | 3.0 3.1 | any           | note    | description
            type                  | 3.0 3.1 | type          | asserts | type
            format                | 3.0 3.1 | any           | asserts | format
            nullable              | 3.0     | flag          | lowered |
            default               | 3.0 3.1 | any           | note    | default
            example               | 3.0 3.1 | any           | lowered |
            examples              | 3.1     | any           | note    | examples
            externalDocs          | 3.0 3.1 | any           | note    |
            deprecated            | 3.0 3.1 | any           | note    | deprecated
            readOnly              | 3.0 3.1 | flag          | note    | readOnly
            writeOnly             | 3.0 3.1 | flag          | note    | writeOnly
            xml                   | 3.0 3.1 | any           | note    |
            enum                  | 3.0 3.1 | list          | asserts | enum
            const                 | 3.1     | any           | asserts | const
            multipleOf            | 3.0 3.1 | positive      | asserts | multipleOf
            maximum               | 3.0 3.1 | number        | asserts | maximum
            exclusiveMaximum      | 3.0     | flag          | lowered |
            exclusiveMaximum      | 3.1     | number        | asserts | exclusiveMaximum
            minimum               | 3.0 3.1 | number        | asserts | minimum
            exclusiveMinimum      | 3.0     | flag          | lowered |
            exclusiveMinimum      | 3.1     | number        | asserts | exclusiveMinimum
            maxLength             | 3.0 3.1 | count         | asserts | maxLength
            minLength             | 3.0 3.1 | count         | asserts | minLength
            pattern               | 3.0 3.1 | pattern       | asserts | pattern
            contentEncoding       | 3.1     | any           | note    | contentEncoding
            contentMediaType      | 3.1     | any           | note    | contentMediaType
            contentSchema         | 3.1     | schema        | note    |
            maxItems              | 3.0 3.1 | count         | asserts | maxItems
            minItems              | 3.0 3.1 | count         | asserts | minItems
            uniqueItems           | 3.0 3.1 | flag          | asserts | uniqueItems
            maxContains           | 3.1     | count         | asserts |
            minContains           | 3.1     | count         | asserts |
            maxProperties         | 3.0 3.1 | count         | asserts | maxProperties
            minProperties         | 3.0 3.1 | count         | asserts | minProperties
            required              | 3.0 3.1 | names         | asserts | required
            dependentRequired     | 3.1     | any           | asserts | dependencies
            properties            | 3.0 3.1 | named schemas | parts   | properties
            patternProperties     | 3.1     | named schemas | parts   | patternProperties
            additionalProperties  | 3.0 3.1 | schema        | parts   | additionalProperties
            propertyNames         | 3.1     | schema        | refers  | propertyNames
            unevaluatedProperties | 3.1     | schema        | parts   |
            items                 | 3.0 3.1 | schema        | parts   | items
            prefixItems           | 3.1     | schemas       | parts   | items
            contains              | 3.1     | schema        | refers  | contains
            unevaluatedItems      | 3.1     | schema        | parts   |
            allOf                 | 3.0 3.1 | schemas       | same    | allOf
            oneOf                 | 3.0 3.1 | schemas       | same    | oneOf
            anyOf                 | 3.0 3.1 | schemas       | same    | anyOf
            not                   | 3.0 3.1 | schema        | refers  | not
            if                    | 3.1     | schema        | refers  | if
            then                  | 3.1     | schema        | same    | then
            else                  | 3.1     | schema        | same    | else
            dependentSchemas      | 3.1     | named schemas | same    | dependencies
            discriminator         | 3.0 3.1 | discriminator | note    |
            $ref                  | 3.1     | any           | same    | $ref
            $dynamicRef           | 3.1     | any           | same    |
            $defs                 | 3.1     | named schemas | note    |
            $anchor               | 3.1     | any           | lowered |
            $dynamicAnchor        | 3.1     | any           | lowered |
            $id                   | 3.1     | any           | asserts |
            $schema               | 3.1     | any           | note    |
            $vocabulary           | 3.1     | any           | note    |
            $comment              | 3.1     | any           | note    | $comment
            """;

    /** Of 3.1, and of use in 3.0: references may lead to definitions anywhere. */
    private static final List<String> KEPT = List.of("$ref", "$defs");

    private static final Map<String, SchemaKeyword> WRITTEN_3_0 = rows("3.0");
    private static final Map<String, SchemaKeyword> WRITTEN_3_1 = rows("3.1");

    /** What the value of a keyword is. */
    public enum Value {
        ANY,
        /** True or false. */
        FLAG,
        NUMBER,
        /** A number greater than 0. */
        POSITIVE,
        /** A whole number of 0 or more. */
        COUNT,
        /** A list of anything, not empty. */
        LIST,
        /** A list of texts. */
        NAMES,
        TYPE,
        PATTERN,
        SCHEMA,
        /** A list of schemas, not empty. */
        SCHEMAS,
        /** An object of schemas. */
        NAMED_SCHEMAS,
        DISCRIMINATOR
    }

    /** What a keyword does when a value is judged. */
    public enum Effect {
        /** Nothing: it tells readers something. */
        NOTE,
        /** Lowering puts others in its place. */
        LOWERED,
        /** It decides by itself. */
        ASSERTS,
        /** Its schemas decide about the same value, and tell what it breaks. */
        SAME,
        /** Its schemas decide about members or elements, and tell what these break. */
        PARTS,
        /** It asks its schemas, and decides by itself. */
        REFERS
    }

    /**
     * The keywords that schemas of a document may have, by their names.
     *
     * @param version of the document, such as 3.0.3
     */
    public static Map<String, SchemaKeyword> of(String version) {
        return Lowering.changes(version) ? WRITTEN_3_0 : WRITTEN_3_1;
    }

    /** A keyword of a lowered schema; empty if it says nothing to us. */
    public static Optional<SchemaKeyword> lowered(String name) {
        return Optional.ofNullable(WRITTEN_3_1.get(name));
    }

    /** The names of the keywords that say something in 3.1 and nothing in 3.0. */
    public static List<String> later() {
        return WRITTEN_3_1.keySet().stream()
                .filter(name -> !WRITTEN_3_0.containsKey(name) && !KEPT.contains(name))
                .toList();
    }

    /** The names of keywords of lowered schemas that decide nothing. */
    public static List<String> notes() {
        return WRITTEN_3_1.values().stream()
                .filter(keyword -> keyword.effect == Effect.NOTE)
                .map(SchemaKeyword::name)
                .toList();
    }

    /** Whether the schemas beside it have names or numbers of their own, one step further. */
    public boolean hasManySchemas() {
        return value == Value.SCHEMAS || value == Value.NAMED_SCHEMAS;
    }

    private static Map<String, SchemaKeyword> rows(String version) {
        var rows = new LinkedHashMap<String, SchemaKeyword>();
        for (String line : TABLE.split("\n", -1)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5 && cells[1].contains(version)) {
                SchemaKeyword keyword = row(cells);
                rows.put(keyword.name(), keyword);
            }
        }
        return rows;
    }

    private static SchemaKeyword row(String[] cells) {
        return new SchemaKeyword(
                cells[0].strip(),
                cells[1].strip(),
                Value.valueOf(cells[2].strip().toUpperCase(Locale.ROOT).replace(' ', '_')),
                Effect.valueOf(cells[3].strip().toUpperCase(Locale.ROOT)),
                cells[4].strip());
    }
}
