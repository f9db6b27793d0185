package dev.understudy.journal;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides values that stand behind the names of secrets in texts such as links, messages and excerpts. */
final class SecretTexts {
    private final Pattern arguments;
    private final Pattern members;

    /**
     * What hides them.
     *
     * @param keys of queries, in any case
     * @param properties of JSON objects
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

    /** The text without the values of arguments, as in {@code ?key=1}. */
    String withoutArguments(String text) {
        return text.indexOf('=') < 0 ? text : covered(arguments, text);
    }

    /** The text without the values of arguments and of members of JSON objects. */
    String withoutValues(String text) {
        String less = withoutArguments(text);
        return less.indexOf(':') < 0 ? less : covered(members, less);
    }

    private static String covered(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.replaceAll("$1" + Redaction.HIDDEN) : text;
    }
}
