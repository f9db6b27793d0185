package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of values that a field around a list must accept for its use. */
public enum FieldKind {
    NUMBER("a number", "5"),
    FLAG("true or false", "true"),
    TEXT("a text", "");

    private final String text;
    private final String sample;

    FieldKind(String text, String sample) {
        this.text = text;
        this.sample = sample;
    }

    public static FieldKind of(FieldUse use) {
        return switch (use) {
            case TOTAL,
                    PAGES,
                    PAGE,
                    LIMIT,
                    OFFSET,
                    COUNT,
                    FIRST_RECORD,
                    LAST_RECORD,
                    NEXT_PAGE,
                    NEXT_OFFSET,
                    PREVIOUS_PAGE,
                    PREVIOUS_OFFSET -> NUMBER;
            case HAS_NEXT, HAS_PREVIOUS, IS_LAST, IS_FIRST, IS_EMPTY -> FLAG;
            case NEXT_URL, NEXT_TOKEN, PREVIOUS_URL, PREVIOUS_TOKEN, FIRST_URL, LAST_URL, SELF_URL, RANGE, LINKS ->
                TEXT;
        };
    }

    /** A description for people. */
    public String text() {
        return text;
    }

    /** A text that a header must accept; empty if there is no typical one. */
    public String sample() {
        return sample;
    }

    /** Whether values of a schema are of this kind; a text may also contain a number. */
    public boolean isOf(SchemaView schema) {
        boolean any = schema.isText() && schema.isNumeric();
        return switch (this) {
            case NUMBER -> schema.isNumeric() || schema.isText();
            case FLAG -> schema.isBoolean() || any;
            case TEXT -> schema.isText();
        };
    }

    /** The words of x-understudy for the uses that values of a schema may have. */
    static List<String> words(SchemaView schema) {
        return Arrays.stream(FieldUse.values())
                .filter(use -> of(use).isOf(schema))
                .map(FieldKind::word)
                .toList();
    }

    public static String word(FieldUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    /** Advice to use another word; empty if there is none. */
    public static String advice(SchemaView schema) {
        List<String> words = words(schema);
        return words.isEmpty() ? "" : "use one of " + String.join(", ", words);
    }
}
