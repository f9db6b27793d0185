package dev.understudy.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header fields of a request; names are case-insensitive (RFC 9110 section 5.1). */
@FunctionalInterface
public interface Headers {
    /** No header at all. */
    Headers NONE = name -> List.of();

    /** Every value of this header in the order of arrival; empty if there is none. */
    List<String> all(String name);

    /** These headers. */
    static Headers of(Map<String, List<String>> values) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(values);
        return name -> headers.getOrDefault(name, List.of());
    }
}
