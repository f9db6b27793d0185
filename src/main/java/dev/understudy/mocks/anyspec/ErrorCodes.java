package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the error code of an API that means a given status. */
final class ErrorCodes {
    /** Parts of codes that mean the status, in lower case and only letters, the clearest first. */
    private static final Map<Integer, List<String>> WORDS = Map.ofEntries(
            entry(400, "badrequest invalidrequest validation invalid malformed request"),
            entry(401, "unauthorized unauthorised unauthenticated authentication auth token"),
            entry(402, "payment"),
            entry(403, "forbidden permission denied scope"),
            entry(404, "notfound missing unknown"),
            entry(405, "methodnotallowed method"),
            entry(406, "notacceptable acceptable"),
            entry(409, "conflict exists duplicate"),
            entry(410, "gone"),
            entry(412, "precondition"),
            entry(413, "toolarge payload size"),
            entry(415, "unsupportedmedia mediatype contenttype media"),
            entry(422, "unprocessable validation invalid"),
            entry(429, "toomany ratelimit rate limit throttl"),
            entry(500, "internal server unknown"),
            entry(503, "unavailable"));

    private ErrorCodes() {}

    /** The codes that mean the status, the best match first. */
    static List<JsonNode> among(List<JsonNode> options, int status) {
        List<String> words = WORDS.getOrDefault(status, List.of());
        return Stream.concat(Stream.of(Integer.toString(status)), words.stream())
                .flatMap(word -> options.stream().filter(option -> means(option, word)))
                .toList();
    }

    private static boolean means(JsonNode option, String word) {
        return option.isValueNode()
                && option.asText()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", "")
                        .contains(word);
    }

    private static Map.Entry<Integer, List<String>> entry(int status, String words) {
        return Map.entry(status, List.of(words.split(" ")));
    }
}
