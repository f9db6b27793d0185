package dev.understudy.contract.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type or a range of them (RFC 9110 sections 8.3.1 and 12.5.1), names in small letters.
 *
 * @param text the whole: the type alone, or with its parameters as they were written
 */
public record MediaType(String type, Map<String, String> parameters, String text) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("[ \\t]*(" + TOKEN + "/" + TOKEN + ")[ \\t]*");
    private static final Pattern PARAMETER = Pattern.compile(";[ \\t]*(?:(" + TOKEN + ")[ \\t]*=[ \\t]*(" + TOKEN
            + "|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*+\")[ \\t]*)?");

    /** More than there are parameters. */
    private static final int PARAMETERS = 1000;

    /** Names of UTF-8 without hyphens and the like; no name at all says nothing else. */
    private static final Set<String> UTF_8 = Set.of("", "utf8", "unicode11utf8", "csutf8", "xunicode20utf8");

    private static final Set<String> FREE = Set.of("charset", "boundary");

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
        if (end < text.length()) {
            return Optional.empty();
        }
        String name = lower(type.group(1));
        return Optional.of(new MediaType(name, parameters, parameters.isEmpty() ? name : text.strip()));
    }

    public boolean isJson() {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** Whether it is of the vendor tree (RFC 6838 section 3.2). */
    public boolean isVendors() {
        return type.startsWith("application/vnd.");
    }

    /** Whether it stands for many. */
    public boolean isRange() {
        return type.endsWith("/*");
    }

    /** Whether it is of several parts (RFC 2046 section 5.1). */
    public boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** Whether it is of fields, each under a key. */
    public boolean isForm() {
        return isMultipart() || type.equals("application/x-www-form-urlencoded");
    }

    /** Whether it is XML (RFC 7303). */
    public boolean isXml() {
        return type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml");
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

    /** The same as a range of an Accept field, which asks for all of its parameters; the more of them, the closer. */
    public int closenessInAll(MediaType offer) {
        int asked = parameters.size() - (parameters.containsKey("q") ? 1 : 0);
        return shared(offer) == asked ? closeness(offer) * PARAMETERS + asked : 0;
    }

    /**
     * The same as a documented type: a message may leave parameters out, but one of another value is another type. The
     * more of them it has, the closer.
     */
    public int closenessTo(MediaType message) {
        if (parameters.isEmpty()) {
            return closeness(message) * PARAMETERS;
        }
        int missing = parameters.size() - shared(message);
        return differs(message) ? 0 : closeness(message) * PARAMETERS + parameters.size() - 2 * missing;
    }

    /**
     * Whether a parameter that both have has two values; a charset is another question, and a boundary says nothing.
     */
    boolean differs(MediaType other) {
        return parameters.keySet().stream()
                .anyMatch(name -> other.parameters.containsKey(name) && !FREE.contains(name) && !isSame(name, other));
    }

    private int shared(MediaType other) {
        return (int)
                parameters.keySet().stream().filter(name -> isSame(name, other)).count();
    }

    private boolean isSame(String name, MediaType other) {
        String value = parameters.get(name);
        return value != null
                && (value.equalsIgnoreCase(other.parameters.get(name))
                        || name.equals("charset") && other.parameters.containsKey(name) && isUtf8() && other.isUtf8());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }
}
