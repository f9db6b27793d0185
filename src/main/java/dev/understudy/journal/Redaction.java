package dev.understudy.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Percent;
import dev.understudy.contract.Contract;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides what contracts call a credential, wherever it stands in a call: the fields and query keys of security schemes,
 * properties that are {@code writeOnly} or of the format {@code password}, and what HTTP itself has for credentials.
 */
public final class Redaction {
    /** In the place of a value. */
    static final String HIDDEN = "…";

    private final Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> queryKeys = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    /** What these contracts call a credential. */
    public Redaction(Collection<Contract> contracts) {
        fields.addAll(List.of("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"));
        for (Contract contract : contracts) {
            JsonNode tree = contract.lowered().tree();
            for (JsonNode scheme : tree.at("/components/securitySchemes")) {
                if (scheme.path("type").asText().equals("apiKey")) {
                    Set<String> names = scheme.path("in").asText().equals("query") ? queryKeys : fields;
                    names.add(scheme.path("name").asText());
                }
            }
            collect(tree, tree);
        }
        properties.addAll(Set.of("client_secret", "password", "refresh_token", "access_token"));
    }

    /** Parameters and properties by their names; a name that is secret somewhere is hidden everywhere. */
    private void collect(JsonNode node, JsonNode tree) {
        if (node.isObject()) {
            if (node.has("in") && node.has("name") && isSecret(node.path("schema"), tree)) {
                (node.path("in").asText().equals("query") ? queryKeys : fields)
                        .add(node.path("name").asText());
            }
            node.path("properties").properties().forEach(property -> {
                if (isSecret(property.getValue(), tree)) {
                    properties.add(property.getKey());
                }
            });
        }
        for (JsonNode part : node) {
            if (part.isContainerNode()) {
                collect(part, tree);
            }
        }
    }

    private static boolean isSecret(JsonNode schema, JsonNode tree) {
        JsonNode meant = schema;
        for (int i = 0; i < 8 && meant.path("$ref").asText().startsWith("#/"); i++) {
            if (says(meant)) {
                return true;
            }
            meant = tree.at(meant.path("$ref").asText().substring(1));
        }
        return says(meant);
    }

    private static boolean says(JsonNode schema) {
        return schema.path("writeOnly").asBoolean()
                || schema.path("format").asText().equals("password");
    }

    /** A call in words. */
    public Told told(Entry entry) {
        Sent sent = entry.sent();
        List<Told.Field> asked = fields(sent.headers());
        List<Told.Field> said = fields(entry.headers().entrySet());
        return new Told(
                entry.id(),
                entry.session(),
                Instant.EPOCH.plus(sent.micros(), ChronoUnit.MICROS),
                entry.nanos() / 1000,
                sent.protocol(),
                sent.method(),
                sent.scheme() + "://" + (sent.host().isEmpty() ? "localhost" : sent.host()),
                target(sent.target()),
                sent.path(),
                asked,
                content(entry.asked(), entry.askedLength(), type(asked)),
                entry.status(),
                said,
                content(entry.said(), entry.answerLength(), type(said)),
                entry.api(),
                entry.operation(),
                entry.violations(),
                entry.cause(),
                entry.reason(),
                entry.end());
    }

    private List<Told.Field> fields(Iterable<Map.Entry<String, String>> headers) {
        var all = new ArrayList<Told.Field>();
        headers.forEach(header -> all.add(
                new Told.Field(header.getKey(), fields.contains(header.getKey()) ? HIDDEN : header.getValue())));
        return all;
    }

    private static String type(List<Told.Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private String target(String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? target
                : target.substring(0, mark + 1) + form(target.substring(mark + 1), queryKeys::contains);
    }

    private static String form(String text, Predicate<String> secret) {
        var shown = new ArrayList<String>();
        for (String piece : text.split("&", -1)) {
            int equals = piece.indexOf('=');
            String key = equals < 0 ? piece : piece.substring(0, equals);
            String name = Percent.decode(key, true).orElse(key);
            shown.add(equals >= 0 && secret.test(name) ? key + "=" + HIDDEN : piece);
        }
        return String.join("&", shown);
    }

    private Told.Content content(byte @Nullable [] bytes, int size, String type) {
        if (bytes == null) {
            return new Told.Content(null, false, size, false);
        }
        boolean whole = bytes.length == size;
        String text = text(bytes, whole);
        if (text == null) {
            return type.startsWith("multipart/")
                    ? new Told.Content(null, false, size, false)
                    : new Told.Content(Base64.getEncoder().encodeToString(bytes), true, size, whole);
        }
        String shown = shown(text, bytes, type, whole);
        return new Told.Content(shown, false, size, whole && shown != null);
    }

    /** The text; null if the bytes are none. */
    private static @Nullable String text(byte[] bytes, boolean whole) {
        // A character may have been cut in two at the end.
        for (int less = 0; less <= (whole ? 0 : Math.min(3, bytes.length)); less++) {
            try {
                return UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - less))
                        .toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return null;
    }

    private @Nullable String shown(String text, byte[] bytes, String type, boolean whole) {
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(text, properties::contains);
        } else if (properties.stream().noneMatch(text::contains) && text.indexOf('\\') < 0) {
            return text;
        } else if (type.contains("json")) {
            return whole ? json(text, bytes) : cutJson(text);
        }
        // Where a secret begins and ends in other types is not known.
        return properties.stream().anyMatch(text::contains) ? null : text;
    }

    private String json(String text, byte[] bytes) {
        try {
            JsonNode value = Json.readBack(bytes);
            JsonNode shown = hidden(value);
            return shown == value ? text : new String(Json.write(shown), UTF_8);
        } catch (MalformedJson e) {
            return cutJson(text);
        }
    }

    /** The value itself if nothing in it is secret. */
    private JsonNode hidden(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode shown = object.objectNode();
            boolean same = true;
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                JsonNode other =
                        properties.contains(each.getKey()) ? TextNode.valueOf(HIDDEN) : hidden(each.getValue());
                same &= other == each.getValue();
                shown.set(each.getKey(), other);
            }
            return same ? object : shown;
        } else if (value instanceof ArrayNode array) {
            ArrayNode shown = array.arrayNode();
            boolean same = true;
            for (JsonNode each : array) {
                JsonNode other = hidden(each);
                same &= other == each;
                shown.add(other);
            }
            return same ? array : shown;
        }
        return value;
    }

    /** All from the first secret on: in a text that is no JSON nobody knows where it ends. */
    private String cutJson(String text) {
        int first = text.length();
        for (String name : properties) {
            Matcher key =
                    Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:").matcher(text);
            if (key.find()) {
                first = Math.min(first, key.end());
            }
        }
        return first == text.length() ? text : text.substring(0, first) + HIDDEN;
    }
}
