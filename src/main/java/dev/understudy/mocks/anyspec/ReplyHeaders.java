package dev.understudy.mocks.anyspec;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.contract.Answer;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.expression.ExpressionContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header fields of an answer that follow from its body or its operation, and are not generated. */
final class ReplyHeaders {
    /** Headers that contain URLs (RFC 9110, RFC 8288). */
    private static final Pattern ADDRESSES = Pattern.compile("(?i)(content-)?location|link");

    /** Headers that do not mean a property of the record, even if one has the same name. */
    private static final Set<String> OTHERWISE =
            Set.of("location", "link", "etag", "vary", "allow", "server", "via", "age", "retryafter");

    private final Contract contract;
    private final ServedAddresses servers;
    /** The date headers of operations, which are cached because finding them is the slowest step here. */
    private final Map<Dated, Map<String, String>> dates = new ConcurrentHashMap<>();

    /** @param content the place of the answer's content; empty for none */
    private record Dated(String operation, String content) {}

    ReplyHeaders(Contract contract) {
        this.contract = contract;
        this.servers = new ServedAddresses(contract);
    }

    /** Sets the headers that follow from an answer's body, its operation and its links. */
    void of(
            Operation operation,
            ChosenAnswer chosen,
            Call call,
            @Nullable Content content,
            @Nullable Object body,
            Map<String, Object> all) {
        ofBody(operation, chosen.answer(), body, all);
        ofOperation(operation, chosen.answer(), content, all);
        ofLinks(operation, chosen, call, body, all);
        ofServers(operation, chosen.answer(), call, all);
    }

    /** Changes headers with URLs of the API's own server to the address at which the contract is served. */
    private void ofServers(Operation operation, Answer answer, Call call, Map<String, Object> all) {
        for (Parameter header : answer.headers()) {
            if (ADDRESSES.matcher(header.name()).matches() && all.get(header.name()) instanceof String shown) {
                String served = header.name().equalsIgnoreCase("Link")
                        ? servers.inLink(shown, operation, call.target())
                        : servers.of(shown, operation, call.target());
                if (header.takes(served)) {
                    all.put(header.name(), served);
                }
            }
        }
    }

    /**
     * Sets documented headers to the property of the same name: {@code X-Kite-Id} to kite_id, or to the id of a record
     * below {@code /kites}.
     */
    void ofBody(Operation operation, Answer answer, @Nullable Object body, Map<String, Object> all) {
        if (!(body instanceof JsonNode record) || !record.isObject()) {
            return;
        }
        for (Parameter header : answer.headers()) {
            String name = plain(header.name().replaceFirst("^[Xx]-", ""));
            property(record, name)
                    .or(() -> isIdBelow(operation.path(), name) ? property(record, "id") : Optional.empty())
                    .filter(header::takes)
                    .ifPresent(text -> all.put(header.name(), text));
        }
    }

    private static Optional<String> property(JsonNode record, String name) {
        return OTHERWISE.contains(name)
                ? Optional.empty()
                : record.properties().stream()
                        .filter(property -> property.getValue().isValueNode()
                                && !property.getValue().isNull()
                                && plain(property.getKey()).equals(name))
                        .map(property -> property.getValue().asText())
                        .filter(HeaderValues::isSendable)
                        .findFirst();
    }

    /** Whether this is the name of an id, for the kind of things at this path. */
    private static boolean isIdBelow(String path, String name) {
        String things = plain(path.replaceAll("/?\\{[^/]*$", "").replaceFirst(".*/", ""));
        return Stream.of(
                        things,
                        things.replaceFirst("s$", ""),
                        things.replaceFirst("es$", ""),
                        things.replaceFirst("ies$", "y"))
                .anyMatch(thing -> !thing.isEmpty() && name.equals(thing + "id"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** Sets a documented header Link to the links of the answer (RFC 8288), with their names as relations. */
    void ofLinks(Operation operation, ChosenAnswer chosen, Call call, @Nullable Object body, Map<String, Object> all) {
        for (Parameter header : chosen.answer().headers()) {
            if (header.name().equalsIgnoreCase("Link")) {
                var answered = new LinkedHashMap<String, String>();
                all.forEach((name, value) -> answered.put(name, value.toString()));
                var exchanged = new ExpressionContext(
                        call.target().address(),
                        operation.method(),
                        chosen.status(),
                        Headers.NONE,
                        null,
                        call.arguments(),
                        answered,
                        body instanceof JsonNode record ? record : null);
                String links = contract.links(operation, exchanged).entrySet().stream()
                        .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"")
                        .collect(joining(", "));
                if (!links.isEmpty() && header.takes(links)) {
                    all.put(header.name(), links);
                }
            }
        }
    }

    /** States when the operation was deprecated and ends; a documented header is left to its own definition. */
    void ofOperation(Operation operation, Answer answer, @Nullable Content content, Map<String, Object> all) {
        var dated = new Dated(operation.operationId(), content == null ? "" : content.pointer());
        dates.computeIfAbsent(dated, any -> contract.lifecycle(operation, content))
                .forEach((name, value) -> answer.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .findFirst()
                        .ifPresentOrElse(
                                header -> {
                                    if (header.takes(value)) {
                                        all.put(header.name(), value);
                                    }
                                },
                                () -> all.put(name, value)));
    }
}
