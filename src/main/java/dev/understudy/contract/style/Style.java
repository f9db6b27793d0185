package dev.understudy.contract.style;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a parameter writes lists and objects (OpenAPI 3.0.4 section 4.7.12.3, "Style Values"). */
public enum Style {
    SIMPLE("simple", ",", ","),
    LABEL("label", ",", ","),
    MATRIX("matrix", ",", ","),
    FORM("form", ",", ","),
    COOKIE("cookie", ",", ","),
    SPACE_DELIMITED("spaceDelimited", "%20", "%20|\\+"),
    PIPE_DELIMITED("pipeDelimited", "%7C", "%7[Cc]|\\|"),
    DEEP_OBJECT("deepObject", ",", ",");

    private final String word;
    private final String delimiter;
    private final String splitter;

    Style(String word, String delimiter, String splitter) {
        this.word = word;
        this.delimiter = delimiter;
        this.splitter = splitter;
    }

    public static Optional<Style> of(String word) {
        return Arrays.stream(values()).filter(style -> style.word.equals(word)).findFirst();
    }

    /** The name as a document writes it. */
    public String word() {
        return word;
    }

    /** What stands between its delimiters, still encoded. */
    public List<String> split(String raw) {
        return List.of(raw.split(splitter, -1));
    }

    /** The parameter as this style writes it, in the encoding of what is given. */
    public String write(String name, LikelyMeaning meant, boolean explode) {
        List<String> items = meant.items();
        List<String> pairs = meant.pairs("=");
        return switch (this) {
            case SIMPLE -> String.join(",", explode && meant.isObject() ? pairs : meant.flat());
            case LABEL ->
                "." + (explode ? String.join(".", meant.isObject() ? pairs : items) : String.join(",", meant.flat()));
            case MATRIX ->
                ";"
                        + (explode
                                ? String.join(";", meant.isObject() ? pairs : named(name, items))
                                : name + "=" + String.join(",", meant.flat()));
            case DEEP_OBJECT -> String.join("&", meant.isObject() ? meant.bracketed(name) : named(name + "[]", items));
            default ->
                explode
                        ? String.join(this == COOKIE ? "; " : "&", meant.isObject() ? pairs : named(name, items))
                        : name + "=" + String.join(delimiter, meant.flat());
        };
    }

    private static List<String> named(String name, List<String> items) {
        return items.stream().map(item -> name + "=" + item).toList();
    }

    /** As in {@code form, exploded}. */
    public String described(boolean explode) {
        return word + (explode && this != DEEP_OBJECT ? ", exploded" : "");
    }
}
