package dev.understudy.contract;

import dev.understudy.contract.argument.ArgumentReader;
import dev.understudy.contract.argument.ParameterReader;
import dev.understudy.contract.security.SecurityReader;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes operations of an OpenAPI document, and notes everything in it that could not be kept. */
final class ContractReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ArgumentReader arguments;
    private final ContentReader content;
    private final SecurityReader security;
    private final Map<String, Part> operationIds = new HashMap<>();

    ContractReader(Document document, ContentReader content, ParameterReader parameters) {
        this.arguments = new ArgumentReader(parameters);
        this.content = content;
        this.security = new SecurityReader(document.root());
    }

    List<Route> routes(Part paths) {
        var routes = new ArrayList<Route>();
        var shapes = new HashSet<String>();
        for (Part path : paths.children()) {
            if (path.key().startsWith("x-")) {
                continue;
            }
            PathTemplate template = PathTemplate.read(path);
            if (!shapes.add(template.shape())) {
                path.fault("cannot be told apart from another path: only the names of their parameters differ");
            }
            var operations = new LinkedHashMap<String, Operation>();
            for (Part part : path.children()) {
                if (METHODS.contains(part.key())) {
                    String method = part.key().toUpperCase(Locale.ROOT);
                    operations.put(method, operation(method, template, path, part));
                }
            }
            if (!operations.isEmpty()) {
                routes.add(new Route(template, operations));
            }
        }
        return routes;
    }

    private Operation operation(String method, PathTemplate template, Part path, Part part) {
        String id = part.at("operationId").text();
        Part other = operationIds.putIfAbsent(id, part);
        if (other != null && !id.isEmpty()) {
            part.at("operationId").fault("the operationId \"" + id + "\" is taken by " + other.pointer());
        }
        Part body = part.at("requestBody");
        return new Operation(
                method,
                template.text(),
                id,
                part.at("summary").text(),
                arguments.read(template, path, part),
                body.isPresent() ? content.requestBody(body.resolved()) : null,
                content.answers(part.at("responses")),
                security.guard(part.at("security")).access(),
                Operation.Parts.NONE);
    }
}
