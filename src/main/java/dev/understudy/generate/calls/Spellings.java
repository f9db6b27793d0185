package dev.understudy.generate.calls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Other ways to write a request that mean the same. */
public record Spellings(Random random) {
    private static final List<String> TOKENS = List.of("Bearer t", "bearer x.y.z", "BEARER  tok==");
    private static final List<String> TYPES = List.of(
            "application/json",
            "Application/JSON",
            "application/json;charset=UTF-8",
            "application/json; charset=\"utf-8\"");
    private static final List<List<String>> ACCEPTED = List.of(
            List.of(),
            List.of("*/*"),
            List.of("application/*;q=0.2"),
            List.of("text/html", "application/json;q=0.1"),
            List.of("application/xml;q=0.9, */*;q=0.1"));

    /** Unknown keys in the query, letters as escapes, JSON with other blanks and escapes. */
    public WrittenRequest of(WrittenRequest sent) {
        WrittenRequest more =
                random.nextInt(3) == 0 ? sent.with(one(List.of("utm_source=x", "", "=", "%C3%A9=%F0%9F%98%80"))) : sent;
        String[] target = more.target().split("\\?", 2);
        String spelt = escaped(target[0]) + (target.length == 2 ? "?" + escaped(target[1]) : "");
        return new WrittenRequest(sent.method(), spelt, sent.body().isEmpty() ? "" : json(sent.body()));
    }

    /** Header fields that say in another way what every request says. */
    public Map<String, List<String>> headers() {
        return Map.of(
                "Authorization", List.of(one(TOKENS)),
                "Content-Type", List.of(one(TYPES)),
                "Accept", one(ACCEPTED));
    }

    private String escaped(String text) {
        var spelt = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                spelt.append(text, i, i + 3);
                i += 2;
            } else if (Character.isLetterOrDigit(c) && random.nextInt(8) == 0) {
                spelt.append(random.nextBoolean() ? "%%%02x".formatted((int) c) : "%%%02X".formatted((int) c));
            } else {
                spelt.append(c);
            }
        }
        return spelt.toString();
    }

    private String json(String body) {
        JsonNode value = tree(body);
        String text = random.nextBoolean() ? value.toPrettyString() : " \r\n\t" + body + "\n";
        var spelt = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inside ^= c == '"';
            spelt.append(
                    inside && Character.isLetter(c) && random.nextInt(8) == 0
                            ? "\\u%04x".formatted((int) c)
                            : String.valueOf(c));
        }
        return spelt.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static JsonNode tree(String body) {
        try {
            return Json.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("The body is no JSON", e);
        }
    }
}
