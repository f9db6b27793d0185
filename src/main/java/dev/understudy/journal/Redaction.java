package dev.understudy.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Violation;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.Contract;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Set<String> queryKeys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> pathNames = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();
    private final SecretPaths paths = new SecretPaths(pathNames);
    private final SecretTexts texts;
    private final List<Contract> contracts;

    /** What these contracts call a credential. */
    public Redaction(Collection<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
        fields.addAll(List.of("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"));
        // RFC 6750 section 2.3
        queryKeys.add("access_token");
        for (Contract contract : contracts) {
            JsonNode tree = contract.lowered().tree();
            for (JsonNode scheme : tree.at("/components/securitySchemes")) {
                if (scheme.path("type").asText().equals("apiKey")) {
                    add(scheme.path("in").asText(), scheme.path("name").asText());
                }
            }
            var schemas = new SecretSchemas(tree);
            collect(tree, schemas);
            contract.operations().forEach(operation -> paths.add(operation.path()));
        }
        properties.addAll(Set.of("client_secret", "password", "refresh_token", "access_token"));
        texts = new SecretTexts(queryKeys, properties);
    }

    /** Those contracts. */
    public List<Contract> contracts() {
        return contracts;
    }

    private void add(String in, String name) {
        switch (in) {
            case "query" -> queryKeys.add(name);
            case "path" -> pathNames.add(name);
            default -> fields.add(name);
        }
    }

    /** Parameters and properties by their names; a name that is secret somewhere is hidden everywhere. */
    private void collect(JsonNode node, SecretSchemas schemas) {
        if (node.isObject()) {
            if (node.has("in") && node.has("name") && isSecretParameter(node, schemas)) {
                add(node.path("in").asText(), node.path("name").asText());
            }
            node.path("properties").properties().forEach(property -> {
                if (schemas.isSecret(property.getValue())) {
                    properties.add(property.getKey());
                }
            });
        }
        for (JsonNode part : node) {
            if (part.isContainerNode()) {
                collect(part, schemas);
            }
        }
    }

    /** The keys of a {@code deepObject} name the properties; in all other styles nobody knows which is which. */
    private static boolean isSecretParameter(JsonNode parameter, SecretSchemas schemas) {
        for (JsonNode content : parameter.path("content")) {
            if (schemas.hasSecret(content.path("schema"))) {
                return true;
            }
        }
        JsonNode schema = parameter.path("schema");
        return parameter.path("style").asText().equals("deepObject")
                ? schemas.isSecret(schema)
                : schemas.hasSecret(schema);
    }

    /** A call in words. */
    public Told told(Entry entry) {
        Sent sent = entry.sent();
        String reason = entry.reason();
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
                sent.isKeyed(),
                target(sent.target()),
                paths.shown(sent.path()),
                asked,
                asked(entry, type(asked)),
                entry.status(),
                said,
                answered(entry, type(said)),
                entry.api(),
                entry.operation(),
                entry.violations().stream().map(this::shown).toList(),
                entry.verdict() == Told.Verdict.WARNED,
                entry.notes().stream().map(this::shown).toList(),
                entry.cause(),
                entry.rule(),
                reason == null ? null : reason(reason, entry.violations()),
                entry.end());
    }

    /** Why a call was refused, without what is secret. */
    public String reason(String reason, List<Violation> violations) {
        String shown = reason;
        for (Violation violation : violations) {
            Violation less = shown(violation);
            if (less != violation) {
                shown = shown.replace(violation.message(), less.message());
            }
        }
        return texts.withoutValues(shown);
    }

    /** What is wrong with a call, without what is secret. */
    public Violation shown(Violation violation) {
        boolean secret =
                switch (violation.place()) {
                    case QUERY -> isSecretKey(violation.name()) || isBelowSecret(violation.pointer());
                    case PATH -> pathNames.contains(violation.name());
                    case HEADER -> fields.contains(violation.name()) || isBelowSecret(violation.pointer());
                    case COOKIE -> true;
                    case BODY, REPLY, RECORD -> isBelowSecret(violation.pointer());
                    case METHOD -> false;
                };
        return secret ? violation.withoutValue() : violation.saying(texts.withoutValues(violation.got()));
    }

    private boolean isBelowSecret(String pointer) {
        for (String token : pointer.split("/")) {
            if (properties.contains(token.replace("~1", "/").replace("~0", "~"))) {
                return true;
            }
        }
        return false;
    }

    /** Such as {@code pin}, or {@code user[pin]}. */
    private boolean isSecretKey(String key) {
        return queryKeys.contains(key) || Arrays.stream(key.split("[\\[\\]]")).anyMatch(this::isSecretPart);
    }

    private boolean isSecretPart(String part) {
        return queryKeys.contains(part) || properties.contains(part);
    }

    private boolean isSecretProperty(String key) {
        return Arrays.stream(key.split("[\\[\\].]")).anyMatch(properties::contains) || properties.contains(key);
    }

    private List<Told.Field> fields(Iterable<Map.Entry<String, String>> headers) {
        var all = new ArrayList<Told.Field>();
        headers.forEach(header -> all.add(new Told.Field(header.getKey(), shown(header.getKey(), header.getValue()))));
        return all;
    }

    private String shown(String name, String value) {
        return fields.contains(name) ? HIDDEN : texts.withoutArguments(value);
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
                ? paths.shown(target)
                : paths.shown(target.substring(0, mark)) + '?' + form(target.substring(mark + 1), this::isSecretKey);
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

    /** What is no JSON is not shown where it may hold secrets: nobody knows where they are. */
    /** To HEAD no body is sent: none is missing. */
    private Told.Content answered(Entry entry, String type) {
        return entry.sent().method().equals("HEAD")
                ? new Told.Content(null, false, entry.answerLength(), false)
                : content(entry.said(), entry.answerLength(), type);
    }

    private Told.Content asked(Entry entry, String type) {
        byte[] bytes = entry.asked();
        long size = entry.askedLength();
        boolean broken = bytes != null
                && size > 0
                && bytes.length == size
                && type.contains("json")
                && !isJson(bytes)
                && takesSecrets(entry);
        return broken
                ? new Told.Content("no JSON, " + size + " bytes", false, size, false)
                : content(bytes, size, type);
    }

    private boolean takesSecrets(Entry entry) {
        return contracts.stream()
                .filter(contract -> contract.name().equals(entry.api()))
                .anyMatch(contract -> takesSecrets(contract, entry));
    }

    private static boolean takesSecrets(Contract contract, Entry entry) {
        JsonNode tree = contract.lowered().tree();
        var schemas = new SecretSchemas(tree);
        return contract.operations().stream()
                .filter(operation -> operation.operationId().equals(entry.operation()))
                .flatMap(operation -> operation.takes().stream())
                .flatMap(content -> content.schema().stream())
                .anyMatch(schema -> schemas.hasSecret(tree.at(schema)));
    }

    private static boolean isJson(byte[] bytes) {
        try {
            Json.readBack(bytes);
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private Told.Content content(byte @Nullable [] bytes, long size, String type) {
        if (bytes == null) {
            return Told.Content.without(size, Told.Missing.DROPPED);
        }
        boolean whole = bytes.length == size;
        String text = text(bytes, whole);
        if (text == null) {
            return type.startsWith("multipart/")
                    ? Told.Content.without(size, Told.Missing.HIDDEN)
                    : new Told.Content(Base64.getEncoder().encodeToString(bytes), true, size, whole);
        }
        String shown = shown(text, bytes, type, whole);
        return shown == null
                ? Told.Content.without(size, Told.Missing.HIDDEN)
                : new Told.Content(texts.withoutArguments(shown), false, size, whole);
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
            return form(text, this::isSecretProperty);
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
