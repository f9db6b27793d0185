package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests as clients send them. */
public final class Requests {
    private Requests() {}

    public static Request get(String target, String... headers) {
        return request("GET", target, new byte[0], headers);
    }

    public static Request post(String json, String... headers) {
        return post(json.getBytes(UTF_8), headers);
    }

    public static Request post(byte[] body, String... headers) {
        return request(
                "POST",
                "/things",
                body,
                headers.length == 0 ? new String[] {"Content-Type: application/json"} : headers);
    }

    public static Request request(String method, String target, byte[] body, String... headers) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new Request(method, path, mark < 0 ? null : target.substring(mark + 1), headers(headers), body);
    }

    private static Headers headers(String... lines) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            String[] parts = line.split(": ?", 2);
            headers.merge(parts[0], List.of(parts[1]), (a, b) -> List.of(a.get(0), b.get(0)));
        }
        return Headers.of(headers);
    }
}
