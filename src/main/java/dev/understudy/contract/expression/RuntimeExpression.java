package dev.understudy.contract.expression;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.text.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads runtime expressions (OpenAPI 3.1.1 section 4.8.20.4), alone or in braces inside of a text. */
public final class RuntimeExpression {
    private static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]*)}");
    private static final Pattern SOURCE =
            Pattern.compile("\\$(request|response)\\.(?:(header|query|path)\\.(.+)|(body)(?:#(.*))?)");

    private RuntimeExpression() {}

    /**
     * A text with the values of its expressions.
     *
     * @param missing the expressions that have no value; the text is not whole then
     */
    public record Filled(String text, List<String> missing) {}

    /** The value of an expression; empty if the call or its answer has none, or it is no expression. */
    public static Optional<JsonNode> value(String expression, ExpressionContext exchanged) {
        switch (expression) {
            case "$url" -> {
                return Optional.of(TextNode.valueOf(exchanged.url()));
            }
            case "$method" -> {
                return Optional.of(TextNode.valueOf(exchanged.method()));
            }
            case "$statusCode" -> {
                return exchanged.statusCode();
            }
            default -> {
                Matcher source = SOURCE.matcher(expression);
                return source.matches() ? value(source, exchanged) : Optional.empty();
            }
        }
    }

    private static Optional<JsonNode> value(Matcher source, ExpressionContext exchanged) {
        boolean ofRequest = source.group(1).equals("request");
        String name = source.group(3);
        if (source.group(4) != null) {
            return exchanged.body(ofRequest).flatMap(body -> at(body, source.group(5)));
        } else if (source.group(2).equals("header")) {
            return exchanged.header(ofRequest, name);
        } else if (!ofRequest) {
            return Optional.empty();
        }
        return source.group(2).equals("query") ? exchanged.query(name) : exchanged.path(name);
    }

    private static Optional<JsonNode> at(JsonNode body, String pointer) {
        if (pointer == null || pointer.isEmpty()) {
            return Optional.of(body);
        }
        JsonNode found = pointer.startsWith("/") ? body.at(JsonPointer.compile(pointer)) : body.path(pointer);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /**
     * The text, which may be an expression itself. What stands at its beginning is taken as it is; what comes later is
     * percent-encoded, so that it stays one part of an address.
     */
    public static Filled fill(String template, ExpressionContext exchanged) {
        String text = template.startsWith("$") ? "{" + template + "}" : template;
        var filled = new StringBuilder();
        var missing = new ArrayList<String>();
        Matcher embedded = EMBEDDED.matcher(text);
        while (embedded.find()) {
            Optional<JsonNode> value = value(embedded.group(1), exchanged).filter(JsonNode::isValueNode);
            if (value.isEmpty()) {
                missing.add(embedded.group(1));
            }
            String plain = value.map(JsonNode::asText).orElse("");
            String written = embedded.start() == 0 ? plain : Percent.encode(plain);
            embedded.appendReplacement(filled, Matcher.quoteReplacement(written));
        }
        return new Filled(embedded.appendTail(filled).toString(), missing);
    }
}
