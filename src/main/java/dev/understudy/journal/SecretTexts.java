package dev.understudy.journal;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the values of secrets by name in texts such as links, messages and excerpts. */
final class SecretTexts {
    private final Pattern arguments;
    private final Pattern members;

    /**
     * Hides the values of these names.
     *
     * @param keys query keys, ignoring case
     * @param properties properties of JSON objects
     */
    SecretTexts(Collection<String> keys, Collection<String> properties) {
        arguments = Pattern.compile(
                "((?:(?<![\\w-])|(?<=\\\\u0026))(?i:" + any(keys) + ")=)(?:(?!\\\\u0026|\\\\\")[^&\\s\"'<>#])++");
        members = Pattern.compile(
                "(\\\\?\"(?:" + any(properties)
                        + ")\\\\?\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|\\\\\".*|[\\[{].*|[^,}\\]\\s]++)",
                Pattern.DOTALL);
    }

    private static String any(Collection<String> names) {
        return names.stream().map(Pattern::quote).collect(joining("|"));
    }

    /** The text with the values of arguments hidden, as in {@code ?key=1}. */
    String withoutArguments(String text) {
        return text.indexOf('=') < 0 ? text : covered(arguments, text);
    }

    /** The text with the values of arguments and of JSON properties hidden. */
    String withoutValues(String text) {
        String less = withoutArguments(text);
        return less.indexOf(':') < 0 ? less : covered(members, less);
    }

    private static String covered(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.replaceAll("$1" + Redaction.HIDDEN) : text;
    }
}
