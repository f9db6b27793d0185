package dev.understudy.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes operations of an OpenAPI document, and notes everything in it that could not be kept. */
final class ContractReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final SchemaBook book;
    private final ParameterReader parameters;
    private final SecurityReader security;
    private final Map<String, Part> operationIds = new HashMap<>();

    ContractReader(Document document, SchemaBook book) {
        this.book = book;
        this.parameters = new ParameterReader(book);
        this.security = new SecurityReader(document.root());
    }

    Routes routes(Part paths) {
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
            routes.add(new Route(template, operations));
        }
        return new Routes(routes);
    }

    private Operation operation(String method, PathTemplate template, Part path, Part part) {
        String id = part.at("operationId").text();
        Part other = operationIds.putIfAbsent(id, part);
        if (other != null) {
            part.at("operationId").fault("the operationId \"" + id + "\" is taken by " + other.pointer());
        }
        Part body = part.at("requestBody");
        return new Operation(
                method,
                template.text(),
                id,
                part.at("summary").text(),
                arguments(template, path, part),
                body.isPresent() ? requestBody(body.resolved()) : null,
                answers(part.at("responses")),
                security.access(part.at("security")));
    }

    private List<Argument> arguments(PathTemplate template, Part path, Part operation) {
        Collection<Part> declared = declared(path, operation);
        var names = new HashSet<String>();
        var arguments = new ArrayList<Argument>();
        for (Part parameter : declared) {
            String name = parameter.at("name").text();
            parameters.argument(parameter).ifPresent(argument -> {
                if (!names.add(name) || name.equals("body")) {
                    parameter.fault(
                            name.equals("body")
                                    ? "a parameter cannot be called \"body\": that is the name of the request's body"
                                    : "two parameters are called \"" + name + "\": even in different places names must"
                                            + " differ");
                }
                arguments.add(argument);
            });
        }
        checkPath(template, operation, declared);
        checkAliases(declared);
        return arguments;
    }

    /** Those of the operation and, unless it has its own of the same name and place, those of the path. */
    private static Collection<Part> declared(Part path, Part operation) {
        var declared = new LinkedHashMap<List<String>, Part>();
        for (Part list : List.of(path.at("parameters"), operation.at("parameters"))) {
            var here = new HashSet<List<String>>();
            for (Part entry : list.children()) {
                Part parameter = entry.resolved();
                List<String> key =
                        List.of(parameter.at("in").text(), parameter.at("name").text());
                if (!here.add(key)) {
                    entry.fault("the parameter \"" + key.get(1) + "\" is there twice");
                }
                declared.put(key, parameter);
            }
        }
        return declared.values();
    }

    private static void checkPath(PathTemplate template, Part operation, Collection<Part> declared) {
        var inPath = new ArrayList<String>();
        for (Part parameter : declared) {
            String name = parameter.at("name").text();
            if (parameter.at("in").text().equals("path")) {
                inPath.add(name);
                if (!template.parameters().contains(name)) {
                    parameter.fault("the path " + template.text() + " has no {" + name + "}");
                }
            }
        }
        for (String name : template.parameters()) {
            if (!inPath.contains(name)) {
                operation.fault("{" + name + "} of the path must be among the parameters, with in: path");
            }
        }
    }

    private static void checkAliases(Collection<Part> declared) {
        Set<String> lists = new HashSet<>();
        declared.stream()
                .filter(parameter -> parameter.has("x-comma-list"))
                .forEach(parameter -> lists.add(parameter.at("name").text() + " "
                        + parameter.at("x-comma-list").at("alias").text()));
        for (Part parameter : declared) {
            Part alias = parameter.at("x-alias-of");
            if (alias.isPresent()
                    && !lists.contains(alias.text() + " " + parameter.at("name").text())) {
                alias.fault("no parameter \"" + alias.text() + "\" has an x-comma-list with the alias \""
                        + parameter.at("name").text() + "\"");
            }
        }
    }

    private RequestBody requestBody(Part body) {
        var byType = new LinkedHashMap<String, SchemaCheck>();
        for (Part media : body.at("content").children()) {
            MediaType type = json(media);
            if (type != null && media.has("schema")) {
                byType.put(type.type(), book.at(media.at("schema").pointer()));
            } else if (type != null) {
                media.fault("the body must have a schema: {} if any JSON will do");
            }
        }
        return new RequestBody(body.at("required").isTrue(), byType);
    }

    Answers answers(Part responses) {
        var byStatus = new LinkedHashMap<String, Answer>();
        for (Part response : responses.children()) {
            if (response.key().startsWith("x-")) {
                continue;
            }
            if (!response.key().matches("[1-5](\\d\\d|XX)|default")) {
                response.fault("a status must be like 200, 4XX or default, was \"" + response.key() + "\"");
            }
            byStatus.put(response.key(), answer(response.resolved()));
        }
        if (byStatus.isEmpty() && responses.isPresent()) {
            responses.fault("must have at least one response");
        }
        return new Answers(byStatus);
    }

    Answer answer(Part response) {
        var headers = new ArrayList<Parameter>();
        for (Part header : response.at("headers").children()) {
            if (!header.key().equalsIgnoreCase("Content-Type")) {
                parameters.header(header).ifPresent(headers::add);
            }
        }
        Answer answer = null;
        for (Part media : response.at("content").children()) {
            MediaType type = json(media);
            Part schema = media.at("schema");
            if (answer != null) {
                media.fault("a second media type is not supported: keep one that is JSON");
            } else if (type != null) {
                answer = new Answer(type.type(), schema.isPresent() ? book.at(schema.pointer()) : null, headers);
            }
        }
        return answer != null ? answer : new Answer(null, null, headers);
    }

    private static @Nullable MediaType json(Part media) {
        MediaType type = MediaType.of(media.key()).filter(MediaType::isJson).orElse(null);
        if (type == null) {
            media.fault("the media type \"" + media.key() + "\" is not supported: use application/json or one that ends"
                    + " with +json");
        }
        return type;
    }
}
