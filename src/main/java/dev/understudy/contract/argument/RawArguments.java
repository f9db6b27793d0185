package dev.understudy.contract.argument;

import dev.understudy.api.Headers;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Cookies;
import dev.understudy.contract.text.Query;
import java.util.List;
import java.util.Map;

/** Where the arguments of a call are found: segments of its path, its query, its headers. All still encoded. */
public record RawArguments(Map<String, String> segments, Query query, Headers headers) {
    /** A call without arguments. */
    public static final RawArguments NOTHING = new RawArguments(Map.of(), Query.of(null), Headers.NONE);

    /** Every occurrence of a name in a place, in the order of arrival. */
    List<String> all(Place place, String name) {
        return switch (place) {
            case PATH -> segments.containsKey(name) ? List.of(segments.get(name)) : List.of();
            case QUERY -> query.all(name);
            case HEADER -> headers.all(name);
            case COOKIE -> cookies(name);
            default -> throw new IllegalArgumentException("No argument stands in the " + place.word());
        };
    }

    private List<String> cookies(String name) {
        return cookies().getOrDefault(name, List.of());
    }

    /** All cookies by name, in the order of arrival. */
    Map<String, List<String>> cookies() {
        return Cookies.of(headers);
    }
}
