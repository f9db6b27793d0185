package dev.understudy.generate.calls;

import static dev.understudy.generate.calls.RandomCalls.encoded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Requests made up from a contract as served that break it in one place, which they name. */
public final class BrokenCalls {
    private static final List<String> NO_UTF_8 = List.of("%zz", "%", "%4", "%ff", "%c0%af", "%ed%a0%80", "a%00b");
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain", "application/xml", "application/jsonx", "application/json; charset=utf-16", "json", "");

    private final RandomCalls calls;

    /** Broken ones among these. */
    public BrokenCalls(RandomCalls calls) {
        this.calls = calls;
    }

    /** Breaks a schema: of a parameter or inside the body. */
    public BrokenRequest schema(String method, String path) {
        JsonNode operation = calls.operation(method, path);
        return operation.has("requestBody") && calls.random().nextInt(4) > 0
                ? body(method, path, operation)
                : value(method, path, operation);
    }

    /** Breaks anything that a contract asks for. */
    public BrokenRequest any(String method, String path) {
        JsonNode operation = calls.operation(method, path);
        var ways = new ArrayList<Supplier<BrokenRequest>>(List.of(
                () -> schema(method, path),
                () -> schema(method, path),
                () -> query(method, path, operation),
                () -> token(method, path),
                () -> accept(method, path),
                () -> otherMethod(method, path),
                () -> otherPath(method, path)));
        if (operation.has("requestBody")) {
            ways.add(() -> schema(method, path));
            ways.add(() -> content(method, path));
            ways.add(() -> text(method, path, operation));
        }
        if (path.contains("{")) {
            ways.add(() -> segment(method, path));
        }
        return calls.pick(ways).get();
    }

    private BrokenRequest value(String method, String path, JsonNode operation) {
        JsonNode parameter = calls.pick(breakable(operation));
        String name = name(parameter);
        WrittenRequest rest = new WrittenRequest(method, calls.target(path, operation, name), calls.body(operation));
        String nonsense = calls.pick(nonsense(calls.schema(parameter)));
        return BrokenRequest.schema(rest.with(encoded(name) + "=" + encoded(nonsense)), query(name));
    }

    private List<JsonNode> breakable(JsonNode operation) {
        return calls.parameters(operation).stream()
                .filter(parameter -> !nonsense(calls.schema(parameter)).isEmpty())
                .toList();
    }

    private BrokenRequest body(String method, String path, JsonNode operation) {
        var brokenValue = new BrokenValue(calls);
        String body = brokenValue.in(calls.bodySchema(operation)).toString();
        return BrokenRequest.schema(
                new WrittenRequest(method, calls.target(path, operation, ""), body), "body" + brokenValue.pointer());
    }

    /** What a query can do wrong besides a value: a name twice, one in brackets, bytes that are no text. */
    private BrokenRequest query(String method, String path, JsonNode operation) {
        List<JsonNode> single = calls.parameters(operation).stream()
                .filter(parameter -> !parameter.has("x-comma-list") && !parameter.has("x-alias-of"))
                .toList();
        JsonNode parameter = calls.pick(single);
        String name = name(parameter);
        WrittenRequest rest = new WrittenRequest(method, calls.target(path, operation, name), calls.body(operation));
        String good = encoded(calls.value(name, calls.schema(parameter)).asText());
        return switch (calls.random().nextInt(5)) {
            case 0 ->
                BrokenRequest.schema(rest.with(name + "=" + calls.pick(nearly(calls.schema(parameter)))), query(name));
            case 1 -> BrokenRequest.schema(rest.with(name + "=" + good).with(name + "=" + good), query(name));
            case 2 -> BrokenRequest.schema(rest.with(name + "%5B%5D=" + good), query(name + "[]"));
            case 3 -> BrokenRequest.schema(rest.with(calls.pick(NO_UTF_8) + "=1"), "query");
            default -> BrokenRequest.schema(rest.with(name + "=" + calls.pick(NO_UTF_8)), query(name));
        };
    }

    private BrokenRequest token(String method, String path) {
        List<List<String>> tokens = List.of(
                List.of(),
                List.of(""),
                List.of("Bearer"),
                List.of("Bearer "),
                List.of("Basic dXNlcjpwYXNz"),
                List.of("Bearer a", "Bearer b"));
        return BrokenRequest.header(calls.allowed(method, path), 401, "Authorization", calls.pick(tokens));
    }

    private BrokenRequest accept(String method, String path) {
        List<String> others = List.of(
                "application/xml", "text/*", "application/json;q=0", "*/*;q=0", "application/jsonl, text/html;q=0.9");
        return BrokenRequest.header(calls.allowed(method, path), 406, "Accept", List.of(calls.pick(others)));
    }

    private BrokenRequest content(String method, String path) {
        WrittenRequest sent = calls.allowed(method, path);
        return switch (calls.random().nextInt(4)) {
            case 0 -> BrokenRequest.header(sent, 415, "Content-Type", List.of());
            case 1 ->
                BrokenRequest.header(sent, 415, "Content-Encoding", List.of(calls.pick(List.of("deflate", "br", "x"))));
            case 2 ->
                new BrokenRequest(
                        sent.method(),
                        sent.target(),
                        utf8(sent.body()),
                        Map.of("Content-Length", List.of("1048577")),
                        413,
                        "body");
            default -> BrokenRequest.header(sent, 415, "Content-Type", List.of(calls.pick(OTHER_TYPES)));
        };
    }

    /** A body that is no JSON. */
    private BrokenRequest text(String method, String path, JsonNode operation) {
        String good = calls.body(operation);
        String target = calls.target(path, operation, "");
        byte[] latin = good.replace("\"limit\"", "\"limit\u00e9\"").getBytes(ISO_8859_1);
        if (calls.random().nextInt(12) == 0) {
            String vast = good.replaceFirst("\\{", "{\"x\":1e99999999,");
            return new BrokenRequest(method, target, utf8(vast), Map.of(), 400, "body /x");
        }
        if (calls.random().nextInt(12) == 0) {
            String twice = good.replaceFirst("\\{", "{\"limit\":1,");
            return new BrokenRequest(method, target, utf8(twice), Map.of(), 400, "body /limit");
        }
        List<byte[]> bodies = List.of(
                latin,
                new byte[0],
                utf8(" "),
                utf8(good.substring(0, 1 + calls.random().nextInt(good.length() - 1))),
                utf8(good + good),
                utf8(good + "]"),
                utf8("\ufeff" + good),
                good.getBytes(UTF_16),
                utf8(good.replaceFirst("\\{", "{\"x\":\"\\\\ud800\",")),
                utf8(good.replaceFirst("\\{", "{\"x\":" + "9".repeat(101) + ",")),
                utf8(good.replaceFirst("\\{", "{\"x\":" + "[".repeat(101) + "]".repeat(101) + ",")),
                utf8(good.replace('"', '\'')),
                utf8("/**/" + good));
        return new BrokenRequest(method, target, calls.pick(bodies), Map.of(), 400, "body");
    }

    private BrokenRequest otherMethod(String method, String path) {
        WrittenRequest sent = calls.allowed(method, path);
        List<String> others = List.of(
                method.equals("GET") ? "POST" : "GET",
                "PUT",
                "PATCH",
                "DELETE",
                "TRACE",
                "get",
                "LIST",
                "X".repeat(30));
        return new BrokenRequest(calls.pick(others), sent.target(), utf8(sent.body()), Map.of(), 405, "method");
    }

    private BrokenRequest otherPath(String method, String path) {
        WrittenRequest sent = calls.allowed(method, path);
        String[] parts = sent.target().split("\\?", 2);
        String below = parts[0] + calls.pick(List.of("/", "/more", "/%20", "//", "/a/b"));
        String target = parts.length == 2 ? below + "?" + parts[1] : below;
        return new BrokenRequest(method, target, utf8(sent.body()), Map.of(), 404, "path");
    }

    private BrokenRequest segment(String method, String path) {
        String name = path.replaceFirst(".*\\{(.*)}.*", "$1");
        String target = path.replace("{" + name + "}", calls.pick(NO_UTF_8));
        return new BrokenRequest(method, target, new byte[0], Map.of(), 400, "path \"" + name + "\"");
    }

    /** Texts that this schema does not allow. */
    private static List<String> nonsense(JsonNode schema) {
        if (schema.path("type").asText().equals("integer")) {
            return List.of(
                    "x",
                    "",
                    "1.5",
                    String.valueOf(schema.path("minimum").longValue() - 1),
                    String.valueOf(schema.path("maximum").longValue() + 1));
        }
        if (schema.path("type").asText().equals("boolean")) {
            return List.of("maybe", "1", "True");
        }
        if (schema.has("enum")) {
            String first = schema.path("enum").path(0).asText();
            return List.of("no such thing", first.toUpperCase(Locale.ROOT), first + "," + first);
        }
        return schema.has("format") || schema.has("pattern")
                ? List.of("no such thing", "\u00e9", "todo;done", "2026-13-01")
                : List.of();
    }

    /** Values in a query that others may let pass. */
    private static List<String> nearly(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer" -> List.of("%201", "1%20", "%2B1", "1e1", "0x1", "1.0", "%D9%A1", "99999999999999999999");
            case "boolean" -> List.of("", "true%20", "TRUE", "0", "yes");
            default ->
                schema.has("enum") ? List.of("", schema.path("enum").path(0).asText() + "%20", "%20") : NO_UTF_8;
        };
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").textValue();
    }

    private static String query(String name) {
        return "query \"" + name + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
