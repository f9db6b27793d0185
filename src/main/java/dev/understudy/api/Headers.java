package dev.understudy.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header fields of a request; names are case-insensitive (RFC 9110 section 5.1). */
@FunctionalInterface
public interface Headers {
    /** No headers. */
    Headers NONE = name -> List.of();

    /** All values of this header in the order of arrival; empty if it is absent. */
    List<String> all(String name);

    /** Headers with these values. */
    static Headers of(Map<String, List<String>> values) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(values);
        return name -> headers.getOrDefault(name, List.of());
    }
}
