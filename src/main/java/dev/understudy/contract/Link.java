package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.contract.expression.RuntimeExpression;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another operation that an answer leads to (OpenAPI 3.1.1 section 4.8.20).
 *
 * @param path of that operation, below its server
 * @param parameters the keys of the document, such as {@code id} or {@code path.id}, with expressions or values
 */
record Link(String name, String path, Part parameters) {
    /** The links of an answer to operations of the same document; those that lead elsewhere are left out. */
    static List<Link> of(Document document, List<Route> routes, Operation operation, int status) {
        String pointer = operation.parts().pointer();
        if (pointer.isEmpty()) {
            return List.of();
        }
        Part responses = document.part(pointer).at("responses");
        String key = operation.answers().key(status);
        var links = new ArrayList<Link>();
        for (Part each : responses.at(key).resolved().at("links").children()) {
            Part link = each.resolved();
            target(document, routes, link)
                    .ifPresent(path -> links.add(new Link(each.key(), path, link.at("parameters"))));
        }
        return links;
    }

    private static Optional<String> target(Document document, List<Route> routes, Part link) {
        String id = link.at("operationId").text();
        String pointer = document.target(link.at("operationRef").text())
                .map(Part::pointer)
                .orElse("");
        return routes.stream()
                .filter(route -> route.operations().values().stream()
                        .anyMatch(operation -> id.isEmpty()
                                ? !pointer.isEmpty()
                                        && operation.parts().pointer().equals(pointer)
                                : operation.operationId().equals(id)))
                .map(route -> route.template().text())
                .findFirst();
    }

    /** Where it leads, as a path with a query; empty if a parameter of the path has no value. */
    Optional<String> address(ExpressionContext exchanged) {
        String address = path;
        String query = "";
        for (Part parameter : parameters.children()) {
            String value = value(parameter.value(), exchanged).orElse("");
            String name = parameter.key().replaceFirst("^(path|query|header|cookie)\\.", "");
            String segment = "{" + name + "}";
            if (value.isEmpty() || parameter.key().matches("(header|cookie)\\..*")) {
                continue;
            } else if (address.contains(segment)) {
                address = address.replace(segment, Percent.encode(value));
            } else {
                query += (query.isEmpty() ? "?" : "&") + Percent.encode(name) + "=" + Percent.encode(value);
            }
        }
        return address.contains("{") ? Optional.empty() : Optional.of(address + query);
    }

    private static Optional<String> value(JsonNode written, ExpressionContext exchanged) {
        if (!written.isTextual()) {
            return written.isValueNode() && !written.isNull() ? Optional.of(written.asText()) : Optional.empty();
        }
        String text = written.textValue();
        if (text.startsWith("$")) {
            return RuntimeExpression.value(text, exchanged)
                    .filter(JsonNode::isValueNode)
                    .map(JsonNode::asText);
        }
        RuntimeExpression.Filled filled = RuntimeExpression.fill(text, exchanged);
        return filled.missing().isEmpty() ? Optional.of(filled.text()) : Optional.empty();
    }
}
