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
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.road.Warnings;
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
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides credentials in calls, as contracts define them: the headers and query keys of security schemes, properties that
 * are {@code writeOnly} or have the format {@code password}, and the credential headers of HTTP itself.
 */
public final class Redaction {
    /** Replaces a hidden value. */
    static final String HIDDEN = "…";

    private static final Pattern TEXTUAL = Pattern.compile("^text/|json|xml|x-www-form-urlencoded");

    private final List<Contract> contracts;
    /** Computed on first use, since searching a large contract takes a while. */
    private volatile @Nullable SecretNames names;

    private volatile @Nullable SecretPaths paths;

    /** Hides the credentials of these contracts. */
    public Redaction(Collection<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    private SecretNames names() {
        SecretNames known = names;
        if (known == null) {
            known = new SecretNames(contracts);
            names = known;
        }
        return known;
    }

    /** The path of a request, without secrets. */
    public String path(String path) {
        SecretPaths known = paths;
        if (known == null) {
            known = SecretPaths.of(contracts);
            paths = known;
        }
        return known.shown(path);
    }

    /** The contracts whose credentials are hidden. */
    public List<Contract> contracts() {
        return contracts;
    }

    /** The call as text, without secrets. */
    public RedactedCall redacted(JournalEntry entry) {
        SentRequest sent = entry.sent();
        String reason = entry.reason();
        List<RedactedCall.Field> request = fields(sent.headers());
        List<RedactedCall.Field> answer = fields(withoutWarnings(entry).entrySet());
        return new RedactedCall(
                entry.id(),
                entry.session(),
                entry.direction(),
                Instant.EPOCH.plus(sent.micros(), ChronoUnit.MICROS),
                entry.nanos() / 1000,
                sent.protocol(),
                sent.method(),
                sent.scheme() + "://" + (sent.host().isEmpty() ? "localhost" : sent.host()),
                entry.isKeyed(),
                target(sent.target()),
                path(sent.path()),
                request,
                request(entry, type(request)),
                entry.status(),
                answer,
                answer(entry, type(answer)),
                entry.api(),
                entry.operation(),
                entry.violations().stream().map(this::shown).toList(),
                entry.verdict() == RedactedCall.Verdict.WARNED,
                entry.notes().stream().map(this::shown).toList(),
                entry.cause(),
                entry.rule(),
                reason == null ? null : reason(reason, entry.violations()),
                entry.end());
    }

    /**
     * The header that lists violations is cut and encoded, so if one of them contains a secret, the header is omitted.
     */
    private Map<String, String> withoutWarnings(JournalEntry entry) {
        if (!entry.headers().containsKey(Warnings.HEADER)
                || entry.violations().stream().allMatch(each -> shown(each).equals(each))) {
            return entry.headers();
        }
        var shown = new TreeMap<>(entry.headers());
        shown.put(Warnings.HEADER, HIDDEN);
        return shown;
    }

    /** The reason for a refusal, without secrets. */
    public String reason(String reason, List<Violation> violations) {
        String shown = reason;
        for (Violation violation : violations) {
            Violation less = shown(violation);
            if (less != violation) {
                shown = shown.replace(violation.message(), less.message());
            }
        }
        return names().texts().withoutValues(shown);
    }

    /** A violation, without secrets. */
    public Violation shown(Violation violation) {
        boolean secret =
                switch (violation.place()) {
                    case QUERY -> isSecretKey(violation.name()) || isBelowSecret(violation.pointer());
                    case PATH -> names().pathNames().contains(violation.name());
                    case HEADER -> names().fields().contains(violation.name()) || isBelowSecret(violation.pointer());
                    case COOKIE -> true;
                    case BODY, REPLY, RECORD -> isBelowSecret(violation.pointer());
                    case METHOD -> false;
                };
        return secret
                ? violation.withoutValue()
                : violation.saying(names().texts().withoutValues(violation.got()));
    }

    private boolean isBelowSecret(String pointer) {
        for (String token : pointer.split("/")) {
            if (names().properties().contains(token.replace("~1", "/").replace("~0", "~"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a query key is secret, such as {@code pin}, or {@code user[pin]}. */
    private boolean isSecretKey(String key) {
        return names().queryKeys().contains(key)
                || Arrays.stream(key.split("[\\[\\]]")).anyMatch(this::isSecretPart);
    }

    private boolean isSecretPart(String part) {
        return names().queryKeys().contains(part) || names().properties().contains(part);
    }

    private boolean isSecretProperty(String key) {
        return Arrays.stream(key.split("[\\[\\].]")).anyMatch(names().properties()::contains)
                || names().properties().contains(key);
    }

    private List<RedactedCall.Field> fields(Iterable<Map.Entry<String, String>> headers) {
        var all = new ArrayList<RedactedCall.Field>();
        headers.forEach(
                header -> all.add(new RedactedCall.Field(header.getKey(), shown(header.getKey(), header.getValue()))));
        return all;
    }

    private String shown(String name, String value) {
        return names().fields().contains(name) ? HIDDEN : names().texts().withoutArguments(value);
    }

    private static String type(List<RedactedCall.Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private String target(String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? path(target)
                : path(target.substring(0, mark)) + '?' + form(target.substring(mark + 1), this::isSecretKey);
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

    /** A body that is not JSON is hidden if it may contain secrets, as their places are unknown. */
    private RedactedCall.Content request(JournalEntry entry, String type) {
        byte[] bytes = entry.requestBody();
        long size = entry.askedLength();
        if (isSecretWhole(entry, type, true)) {
            return RedactedCall.Content.without(size, RedactedCall.Missing.HIDDEN);
        }
        boolean broken = bytes != null
                && size > 0
                && bytes.length == size
                && type.contains("json")
                && !isJson(bytes)
                && takesSecrets(entry);
        return broken
                ? new RedactedCall.Content("no JSON, " + size + " bytes", false, size, false)
                : content(bytes, size, type);
    }

    /** HEAD is answered without a body, so none is missing. */
    private RedactedCall.Content answer(JournalEntry entry, String type) {
        if (entry.sent().method().equals("HEAD")) {
            return new RedactedCall.Content(null, false, entry.answerLength(), false);
        }
        return isSecretWhole(entry, type, false)
                ? RedactedCall.Content.without(entry.answerLength(), RedactedCall.Missing.HIDDEN)
                : content(entry.answerBody(), entry.answerLength(), type);
    }

    /** Whether a whole body of this type is secret, such as a text with the format {@code password}. */
    private boolean isSecretWhole(JournalEntry entry, String type, boolean request) {
        Predicate<Content> meant =
                content -> type.startsWith(content.mediaType().toLowerCase(Locale.ROOT));
        return has(entry, request, meant, SecretSchemas::isSecret);
    }

    private boolean takesSecrets(JournalEntry entry) {
        return has(entry, true, content -> true, SecretSchemas::hasSecret);
    }

    /** Whether the operation has a matching content with a schema that is secret in this way. */
    private boolean has(
            JournalEntry entry,
            boolean request,
            Predicate<Content> meant,
            BiPredicate<SecretSchemas, JsonNode> secret) {
        return contracts.stream()
                .filter(contract -> contract.name().equals(entry.api()))
                .anyMatch(contract -> {
                    JsonNode tree = contract.lowered().tree();
                    var schemas = new SecretSchemas(tree);
                    return operation(contract, entry)
                            .flatMap(operation -> request ? operation.takes().stream() : answers(operation))
                            .filter(meant)
                            .flatMap(content -> content.schema().stream())
                            .anyMatch(schema -> secret.test(schemas, tree.at(schema)));
                });
    }

    private static Stream<Content> answers(Operation operation) {
        return operation.answers().byStatus().values().stream().flatMap(answer -> answer.contents().stream());
    }

    private static Stream<Operation> operation(Contract contract, JournalEntry entry) {
        return contract.operations().stream()
                .filter(operation -> operation.operationId().equals(entry.operation()));
    }

    private static boolean isJson(byte[] bytes) {
        try {
            Json.readBack(bytes);
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private RedactedCall.Content content(byte @Nullable [] bytes, long size, String type) {
        if (bytes == null) {
            return RedactedCall.Content.without(size, RedactedCall.Missing.DROPPED);
        }
        boolean whole = bytes.length == size;
        String text = text(bytes, whole);
        if (text == null) {
            // A text in another encoding may contain secrets that cannot be found.
            return type.startsWith("multipart/") || TEXTUAL.matcher(type).find()
                    ? RedactedCall.Content.without(size, RedactedCall.Missing.HIDDEN)
                    : new RedactedCall.Content(Base64.getEncoder().encodeToString(bytes), true, size, whole);
        }
        String shown = shown(text, bytes, type, whole);
        return shown == null
                ? RedactedCall.Content.without(size, RedactedCall.Missing.HIDDEN)
                : new RedactedCall.Content(names().texts().withoutArguments(shown), false, size, whole);
    }

    /** The decoded text; null if the bytes are not UTF-8. */
    private static @Nullable String text(byte[] bytes, boolean whole) {
        // The cut may have split the last character.
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
        } else if (names().properties().stream().noneMatch(text::contains) && text.indexOf('\\') < 0) {
            return text;
        } else if (type.contains("json")) {
            return whole ? json(text, bytes) : cutJson(text);
        }
        // In other types, the start and end of a secret are unknown.
        return names().properties().stream().anyMatch(text::contains) ? null : text;
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

    /** The value with secrets hidden; the same object if there are none. */
    private JsonNode hidden(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode shown = object.objectNode();
            boolean same = true;
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                JsonNode other = names().properties().contains(each.getKey())
                        ? TextNode.valueOf(HIDDEN)
                        : hidden(each.getValue());
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

    /** Cuts off everything from the first secret: in an incomplete JSON text, its end is unknown. */
    private String cutJson(String text) {
        int first = text.length();
        for (String name : names().properties()) {
            Matcher key =
                    Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:").matcher(text);
            if (key.find()) {
                first = Math.min(first, key.end());
            }
        }
        return first == text.length() ? text : text.substring(0, first) + HIDDEN;
    }
}
