package dev.understudy.generate.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Requests made up from a document: any that it allows, the same for the same seed. */
public final class RandomCalls {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final Map<String, List<String>> words;
    private final Random random;

    /**
     * Requests of this document's operations.
     *
     * @param document an OpenAPI 3.0 document with all references inside
     * @param words values of parameters and properties, by name, that the document leaves open
     */
    public RandomCalls(JsonNode document, Map<String, List<String>> words, long seed) {
        this.document = document;
        this.words = words;
        this.random = new Random(seed);
    }

    /** Where all that is random here comes from. */
    public Random random() {
        return random;
    }

    /** A request for this operation that the contract allows. */
    public WrittenRequest allowed(String method, String path) {
        JsonNode operation = operation(method, path);
        return new WrittenRequest(method, target(path, operation, ""), body(operation));
    }

    JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    List<JsonNode> parameters(JsonNode operation) {
        return list(operation.path("parameters")).stream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> !parameter.path("deprecated").booleanValue())
                .toList();
    }

    String target(String path, JsonNode operation, String leftOut) {
        var filled = new StringBuilder(path);
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").textValue();
                int at = filled.indexOf("{" + name + "}");
                String segment = encoded(pick(requireNonNull(words.get(name)))).replace("+", "%20");
                filled.replace(at, at + name.length() + 2, segment);
            }
        }
        var sent = new WrittenRequest("", filled.toString(), "");
        for (JsonNode parameter : parameters(operation)) {
            String name = parameter.path("name").textValue();
            if (!name.equals(leftOut) && random.nextInt(3) == 0) {
                for (String value : texts(operation, parameter)) {
                    sent = sent.with(encoded(name) + "=" + encoded(value));
                }
            }
        }
        return sent.target();
    }

    /** The values to send under the parameter's name; several for an array. */
    private List<String> texts(JsonNode operation, JsonNode parameter) {
        if (parameter.has("x-comma-list")) {
            return List.of(String.join(",", some(listed(parameter))));
        }
        if (parameter.has("x-alias-of")) {
            JsonNode of = parameters(operation).stream()
                    .filter(other -> other.path("name").equals(parameter.path("x-alias-of")))
                    .findFirst()
                    .orElseThrow();
            return some(listed(of));
        }
        return List.of(
                value(parameter.path("name").textValue(), schema(parameter)).asText());
    }

    private List<String> listed(JsonNode commaList) {
        return strings(document.at("/components/schemas")
                .path(commaList.at("/x-comma-list/schema").textValue())
                .path("enum"));
    }

    JsonNode value(String name, JsonNode reference) {
        JsonNode schema = resolved(reference);
        if (schema.has("oneOf")) {
            return value(name, pick(list(schema.path("oneOf"))));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(name, schema.path("items"));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(schema));
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        List<String> required = strings(schema.path("required"));
        ObjectNode object = JSON.objectNode();
        schema.path("properties").fields().forEachRemaining(property -> {
            if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), value(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode items) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(name, items));
        }
        return array;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").longValue();
        long most = schema.path("maximum").longValue();
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt((int) Math.min(most - least, 12) + 1);
        };
    }

    private String text(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return pick(strings(schema.path("enum")));
        }
        if (words.containsKey(name)) {
            return pick(words.get(name));
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" ->
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
            default -> throw new IllegalStateException("There are no words for " + name);
        };
    }

    /** A body that keeps the contract; empty if the operation takes none. */
    String body(JsonNode operation) {
        return operation.has("requestBody")
                ? value("body", bodySchema(operation)).toString()
                : "";
    }

    JsonNode bodySchema(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/schema");
    }

    JsonNode schema(JsonNode parameter) {
        return resolved(parameter.path("schema"));
    }

    JsonNode resolved(JsonNode value) {
        return value.has("$ref")
                ? resolved(document.at(value.path("$ref").textValue().substring(1)))
                : value;
    }

    private List<String> some(List<String> of) {
        var some = new ArrayList<String>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            some.add(pick(of));
        }
        return some;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }

    static List<String> strings(JsonNode array) {
        return list(array).stream().map(JsonNode::textValue).toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
