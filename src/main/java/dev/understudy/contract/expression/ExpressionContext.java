package dev.understudy.contract.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Headers;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.text.Query;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call and its answer, as runtime expressions look at them.
 *
 * @param url of the request, with its query
 * @param status of the answer
 * @param headers of the request
 * @param query of the request, still encoded; null for none
 * @param arguments of the call, decoded
 * @param answered the headers of the answer
 * @param body of the answer; null if it has none that is JSON or text
 */
public record ExpressionContext(
        String url,
        String method,
        int status,
        Headers headers,
        @Nullable String query,
        Arguments arguments,
        Map<String, String> answered,
        @Nullable JsonNode body) {
    /** The body of the request or of the answer; empty if there is none. */
    Optional<JsonNode> body(boolean ofRequest) {
        return Optional.ofNullable(ofRequest ? arguments.body() : body);
    }

    /** A header of the request or of the answer, whatever the case of its name. */
    Optional<JsonNode> header(boolean ofRequest, String name) {
        Optional<String> text = ofRequest
                ? headers.all(name).stream().findFirst()
                : answered.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return text.map(TextNode::valueOf);
    }

    /** A parameter of the query, also one that the document does not declare. */
    Optional<JsonNode> query(String name) {
        return declared(arguments.query(), name).or(() -> Query.of(query).all(name).stream()
                .findFirst()
                .flatMap(raw -> Percent.decode(raw, true))
                .map(TextNode::valueOf));
    }

    /** A parameter of the path. */
    Optional<JsonNode> path(String name) {
        return declared(arguments.path(), name);
    }

    Optional<JsonNode> statusCode() {
        return Optional.of(JsonNodeFactory.instance.numberNode(status));
    }

    private static Optional<JsonNode> declared(JsonNode all, String name) {
        return Optional.ofNullable(all.get(name));
    }
}
