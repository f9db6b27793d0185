package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What values a field around a list must take to say what it is said to. */
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

    /** For people. */
    public String text() {
        return text;
    }

    /** A text that a header has to take; empty if no one can be named. */
    public String sample() {
        return sample;
    }

    /** Whether values of a schema can say it; a text may say a number, too. */
    public boolean isOf(SchemaView schema) {
        boolean any = schema.isText() && schema.isNumeric();
        return switch (this) {
            case NUMBER -> schema.isNumeric() || schema.isText();
            case FLAG -> schema.isBoolean() || any;
            case TEXT -> schema.isText();
        };
    }

    /** The words that x-understudy has for what values of a schema can say. */
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
