package dev.understudy.contract.argument;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all that an operation takes besides its body, and notes what does not go together. */
public record ArgumentReader(ParameterReader parameters) {
    public List<Argument> read(PathTemplate template, Part path, Part operation) {
        return read(template, path, operation, List.of());
    }

    /** @param credentials the keys of the query that are no arguments */
    public List<Argument> read(PathTemplate template, Part path, Part operation, List<String> credentials) {
        Collection<Part> declared = declared(path, operation);
        var arguments = new ArrayList<Argument>();
        var owners = new HashMap<String, String>();
        declared.forEach(parameter -> argument(parameter, template).ifPresent(argument -> {
            arguments.add(argument);
            keys(argument).forEach(key -> shared(parameter, key, owners.putIfAbsent(key, argument.name())));
        }));
        checkPath(template, operation, declared);
        checkAliases(declared);
        QueryStringReader.checkAlone(declared);
        return arguments.stream()
                .map(argument -> beside(argument, arguments, template, credentials))
                .toList();
    }

    /** One with in: path that stands behind the ? of the path is of the query. */
    private Optional<Argument> argument(Part parameter, PathTemplate template) {
        String key = template.queryParameters().get(parameter.at("name").text());
        return key != null && parameter.isBrought() && parameter.at("in").text().equals("path")
                ? parameters.queried(parameter, key)
                : parameters.argument(parameter);
    }

    /** The same argument, which leaves to others what is theirs. */
    private static Argument beside(
            Argument argument, List<Argument> arguments, PathTemplate template, List<String> credentials) {
        if (argument instanceof StyledParameter styled) {
            return styled.beside(others(styled, arguments, template, credentials));
        }
        return argument instanceof QueryString whole
                ? whole.beside(others(whole, List.of(), template, credentials))
                : argument;
    }

    /** The keys of a query that an object which takes any does not take. */
    private static Set<String> others(
            Argument own, List<Argument> arguments, PathTemplate template, List<String> credentials) {
        var others = new HashSet<String>(credentials);
        others.addAll(template.queryKeys());
        for (Argument argument : arguments) {
            if (argument != own) {
                others.addAll(keys(argument));
            }
        }
        return others;
    }

    /** The keys of a query that are known to write it. */
    private static Set<String> keys(Argument argument) {
        if (argument.place() != Place.QUERY || argument instanceof QueryString) {
            return Set.of();
        }
        return argument instanceof StyledParameter styled ? styled.keys().names() : Set.of(argument.name());
    }

    /** The properties of an exploded object are keys of their own, and may be those of another parameter. */
    private static void shared(Part parameter, String key, @Nullable String owner) {
        if (owner != null && parameter.isBrought()) {
            parameter.hint(
                    "shared-key",
                    "the key \"" + key + "\" of a query belongs to the parameter \"" + owner + "\" too: both read it",
                    "give one of them style: deepObject, or another name");
        }
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
                    entry.fault("duplicate-parameter", "the parameter \"" + key.get(1) + "\" is there twice", "");
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
                if (parameter.isBrought() && template.queryParameters().containsKey(name)) {
                    parameter.hint(
                            "path-parameter",
                            "{" + name + "} stands behind ? of the path " + template.text()
                                    + ", and is read from the query",
                            "write in: query, and the path without ?");
                } else if (!template.parameters().contains(name)) {
                    undeclared(parameter, "the path " + template.text() + " has no {" + name + "}");
                }
            }
        }
        for (String name : template.parameters()) {
            if (!inPath.contains(name)) {
                undeclared(operation, "{" + name + "} of the path must be among the parameters, with in: path");
            }
        }
    }

    /** Whatever stands in a path of a brought document passes if nothing is said about it. */
    private static void undeclared(Part part, String message) {
        if (part.isBrought()) {
            part.hint("path-parameter", message, "");
        } else {
            part.fault(message);
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
}
