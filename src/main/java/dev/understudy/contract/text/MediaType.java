package dev.understudy.contract.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type or a range of them (RFC 9110 sections 8.3.1 and 12.5.1), names in small letters. */
public record MediaType(String type, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("[ \\t]*(" + TOKEN + "/" + TOKEN + ")[ \\t]*");
    private static final Pattern PARAMETER = Pattern.compile(
            ";[ \\t]*(?:(" + TOKEN + ")[ \\t]*=[ \\t]*(" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\")[ \\t]*)?");

    /** Names of UTF-8 without hyphens and the like; no name at all says nothing else. */
    private static final Set<String> UTF_8 = Set.of("", "utf8", "unicode11utf8", "csutf8", "xunicode20utf8");

    public static Optional<MediaType> of(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.lookingAt()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        Matcher parameter = PARAMETER.matcher(text).region(type.end(), text.length());
        int end = type.end();
        while (end < text.length() && parameter.lookingAt()) {
            if (parameter.group(1) != null) {
                parameters.put(lower(parameter.group(1)), unquoted(parameter.group(2)));
            }
            end = parameter.end();
            parameter.region(end, text.length());
        }
        return end < text.length() ? Optional.empty() : Optional.of(new MediaType(lower(type.group(1)), parameters));
    }

    public boolean isJson() {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** Whether it stands for many. */
    public boolean isRange() {
        return type.endsWith("/*");
    }

    public boolean isText() {
        return type.startsWith("text/");
    }

    /**
     * Whether its text is UTF-8, as JSON's is (RFC 8259 section 8.1), also by the names that programs make up for it.
     */
    public boolean isUtf8() {
        String charset = parameters.getOrDefault("charset", "");
        return UTF_8.contains(lower(charset).replaceAll("[-_ ']", ""));
    }

    /** How closely a range names the other type: 3 itself, 2 its family, 1 anything; 0 not at all. */
    public int closeness(MediaType other) {
        if (type.equals(other.type)) {
            return 3;
        }
        String family = other.type.substring(0, other.type.indexOf('/') + 1);
        return type.equals(family + "*") ? 2 : type.equals("*/*") ? 1 : 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }
}
