package dev.understudy.contract.text;

import dev.understudy.api.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a brought document writes behind a path to tell operations on it apart, such as {@code /?Action=List} or
 * {@code /#X-Amz-Target=Mail.Send}, though OpenAPI has no word for it. Behind {@code ?} it is a part of the query; as
 * no client sends what is behind {@code #}, that is a part of the query or a header.
 *
 * @param value what it must be; empty if anything will do
 * @param header whether it may be a header, too
 */
record PathCondition(String name, String value, boolean header) {
    /** A key that a parameter fills, as in {@code ?page={number}}. */
    private static final Pattern FILLED = Pattern.compile("[?&]([^=&#?]+)=\\{([^{}]+)}");

    /** The path itself. */
    static String path(String text) {
        return text.substring(0, end(text));
    }

    static List<PathCondition> of(String text) {
        var conditions = new ArrayList<PathCondition>();
        boolean header = false;
        for (String piece : text.substring(end(text)).split("(?=[?#&])", -1)) {
            header |= piece.startsWith("#");
            String pair = piece.replaceFirst("^[?#&]", "");
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            // A parameter that is written there may be left out like any other.
            if (!name.isEmpty() && !value.contains("{")) {
                conditions.add(new PathCondition(name, value, header));
            }
        }
        return List.copyOf(conditions);
    }

    /** The keys that parameters fill behind {@code ?}, by the names of the parameters. */
    static Map<String, String> parameters(String text) {
        var keys = new LinkedHashMap<String, String>();
        Matcher pair = FILLED.matcher(text.substring(end(text)));
        while (pair.find()) {
            keys.put(pair.group(2), pair.group(1));
        }
        return keys;
    }

    boolean holds(Query query, Headers headers) {
        List<String> given = given(query, headers);
        return value.isEmpty() ? !given.isEmpty() : given.contains(value);
    }

    /** What a request has in the place of the value. */
    List<String> given(Query query, Headers headers) {
        List<String> given = new ArrayList<>(query.all(name));
        if (header) {
            given.addAll(headers.all(name));
        }
        return given;
    }

    private static int end(String text) {
        int query = text.indexOf('?');
        int fragment = text.indexOf('#');
        int end = query < 0 ? text.length() : query;
        return fragment < 0 ? end : Math.min(end, fragment);
    }
}
