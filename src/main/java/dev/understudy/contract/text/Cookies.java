package dev.understudy.contract.text;

import dev.understudy.api.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The header fields Cookie of a request (RFC 6265 section 4.2). */
public final class Cookies {
    private Cookies() {}

    /** All cookies by name, in the order of arrival. */
    public static Map<String, List<String>> of(Headers headers) {
        var cookies = new LinkedHashMap<String, List<String>>();
        for (String header : headers.all("Cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals >= 0) {
                    cookies.computeIfAbsent(pair.substring(0, equals).strip(), name -> new ArrayList<>())
                            .add(pair.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }
}
