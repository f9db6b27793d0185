package dev.understudy.schema;

import static dev.understudy.api.Expected.be;
import static dev.understudy.api.Expected.to;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a schema's keywords ask for, in words that complete "must …". */
public final class Wording {
    /** What a contract says in the place of a pattern or a format. */
    private static final String INSTEAD = "x-expected";

    private Wording() {}

    /** What this keyword of the schema asks for. */
    public static Expected expected(String keyword, JsonNode schema) {
        JsonNode value = schema.path(keyword);
        return switch (keyword) {
            case "type" -> be(type(schema));
            case "enum" -> Expected.oneOf(words(value));
            case "const" -> Expected.oneOf(List.of(text(value)));
            case "format" -> be(schema.path(INSTEAD).asText(format(value.asText())));
            case "pattern" -> pattern(schema);
            case "minimum" -> be("at least " + text(value));
            case "maximum" -> be("at most " + text(value));
            case "exclusiveMinimum" -> be("more than " + text(value));
            case "exclusiveMaximum" -> be("less than " + text(value));
            case "multipleOf" -> be("a multiple of " + text(value));
            case "minLength" -> to("have at least " + count(value, "character"));
            case "maxLength" -> to("have at most " + count(value, "character"));
            case "minItems" -> to("have at least " + count(value, "item"));
            case "maxItems" -> to("have at most " + count(value, "item"));
            case "items" ->
                to("have at most "
                        + count(IntNode.valueOf(schema.path("prefixItems").size()), "item"));
            case "unevaluatedItems" -> to("have no items but those that its schema names");
            case "minContains" ->
                to("have at least " + fitting(schema.path(keyword).asInt(1), schema.path("contains")));
            case "maxContains" -> to("have at most " + fitting(value.asInt(), schema.path("contains")));
            case "uniqueItems" -> to("have no item twice");
            case "minProperties" -> to("have at least " + count(value, "key"));
            case "maxProperties" -> to("have at most " + count(value, "key"));
            case "not" -> to("not " + denied(value));
            case "false" -> to("be left out");
            default -> to("keep \"" + keyword + "\"" + (value.isMissingNode() ? "" : ": " + MessageText.value(value)));
        };
    }

    /** What asks for a key that is missing of an object: another key that is there. */
    static Expected dependent(String key, JsonNode object, JsonNode schema) {
        for (Map.Entry<String, JsonNode> dependency :
                schema.path("dependentRequired").properties()) {
            if (object.has(dependency.getKey()) && words(dependency.getValue()).contains(key)) {
                return to("be given beside " + MessageText.text(dependency.getKey()));
            }
        }
        return to("be given");
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return MessageText.or((type.isArray() ? words(type) : List.of(type.asText()))
                .stream().map(Wording::withArticle).toList());
    }

    private static String withArticle(String type) {
        String article = type.startsWith("a") || type.startsWith("o") || type.startsWith("i") ? "an " : "a ";
        return type.equals("null") ? type : article + type;
    }

    private static String format(String format) {
        return switch (format) {
            case "date" -> "a date like 2026-04-01";
            case "date-time" -> "a date-time like 2026-04-01T09:30:00Z";
            case "date-or-date-time" -> "a date like 2026-04-01 or a date-time like 2026-04-01T09:30:00Z";
            case "time" -> "a time like 09:30:00Z";
            case "duration" -> "a duration like P3DT12H";
            case "uuid" -> "a UUID like 550e8400-e29b-41d4-a716-446655440000";
            case "email" -> "an e-mail address";
            case "hostname" -> "a host name";
            case "ipv4" -> "an IPv4 address";
            case "ipv6" -> "an IPv6 address";
            case "uri" -> "a URI like https://example.com/a";
            case "uri-reference" -> "a URI or the end of one";
            case "json-pointer" -> "a JSON pointer like /a/0";
            case "regex" -> "a regular expression";
            case "byte" -> "base64 like aGVsbG8=";
            default -> "of the format " + format;
        };
    }

    private static Expected pattern(JsonNode schema) {
        return schema.has(INSTEAD)
                ? be(schema.path(INSTEAD).asText())
                : to("match the pattern " + schema.path("pattern").asText());
    }

    private static String denied(JsonNode denied) {
        JsonNode schema = withoutExtensions(denied);
        if (schema.has("enum")) {
            return Expected.oneOf(words(schema.path("enum"))).text();
        } else if (schema.has("type") && schema.size() == 1) {
            return "be " + type(schema);
        } else if (schema.has("required") && schema.size() == 1) {
            return "have " + MessageText.and(words(schema.path("required"))) + " together";
        }
        return "fit " + MessageText.value(schema);
    }

    private static JsonNode withoutExtensions(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        if (copy instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            object.remove(keys.stream().filter(key -> key.startsWith("x-")).toList());
        }
        return copy;
    }

    private static String fitting(int count, JsonNode schema) {
        return count
                + (count == 1 ? " item that fits " : " items that fit ")
                + MessageText.value(withoutExtensions(schema));
    }

    private static String count(JsonNode number, String noun) {
        return text(number) + " " + noun + (number.asLong() == 1 ? "" : "s");
    }

    private static List<String> words(JsonNode values) {
        var words = new ArrayList<String>();
        values.forEach(value -> words.add(text(value)));
        return words;
    }

    private static String text(JsonNode value) {
        if (value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : MessageText.value(value);
    }
}
