package dev.understudy.contract;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.Argument;
import dev.understudy.contract.argument.ArgumentReader;
import dev.understudy.contract.argument.ParameterReader;
import dev.understudy.contract.correction.Correction;
import dev.understudy.contract.correction.CorrectionReader;
import dev.understudy.contract.security.Access;
import dev.understudy.contract.security.SecurityReader;
import dev.understudy.contract.servers.Servers;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes operations of a document that is not ours, and notes everything in it that could not be kept. */
final class BroughtReader {
    static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** What a path may have of which nothing is known: what its reference names does not exist. */
    private static final List<String> USUAL = List.of("get", "put", "post", "delete", "patch");

    private final Part root;
    private final ArgumentReader arguments;
    private final ContentReader content;
    private final SecurityReader security;
    private final CorrectionReader corrections = new CorrectionReader();
    private final @Nullable String mount;
    /** By the place of a list of servers: most operations have the same one. */
    private final Map<String, Set<String>> bases = new HashMap<>();

    private final Set<String> hosts = new LinkedHashSet<>();

    /** @param mount what is before its paths instead of the paths of its servers; null for those */
    BroughtReader(Document document, ContentReader content, ParameterReader parameters, @Nullable String mount) {
        this.mount = mount;
        this.root = document.root();
        this.arguments = new ArgumentReader(parameters);
        this.content = content;
        this.security = new SecurityReader(document.root());
    }

    /** A method of a path, as the document has it. */
    record Found(Part path, Part item, Part operation, String method) {
        private List<Part> servers(Part root) {
            return List.of(operation.at("servers"), item.at("servers"), path.at("servers"), root.at("servers"));
        }
    }

    /** The paths with their operations, each below the paths of its servers. */
    List<Route> routes() {
        List<Found> all = found(root.at("paths"));
        var names = new OperationNames(all.stream().map(Found::operation).toList());
        var operations = new LinkedHashMap<PathTemplate, Map<String, Operation>>();
        var templates = new LinkedHashMap<String, PathTemplate>();
        var taken = new HashSet<String>();
        for (Found found : all) {
            String name =
                    names.name(found.operation(), found.method(), found.path().key());
            Operation operation = operation(found, name);
            for (String base : bases(found)) {
                PathTemplate template = templates.computeIfAbsent(
                        base + found.path().key(), path -> PathTemplate.read(found.path(), base));
                if (!taken.add(found.method() + " " + template.shape())) {
                    found.operation()
                            .fault(
                                    "duplicate-path",
                                    "no request tells this operation from one of another path: only the names of"
                                            + " their parameters differ",
                                    "keep one of them");
                }
                operations
                        .computeIfAbsent(template, path -> new LinkedHashMap<>())
                        .put(found.method(), operation);
            }
        }
        corrections.misplaced(root, content.streams().paces());
        var routes = new ArrayList<Route>();
        operations.forEach((template, methods) -> routes.add(new Route(template, methods)));
        return routes;
    }

    /** The hosts of the servers of all operations that were read. */
    Set<String> hosts() {
        return hosts;
    }

    private Set<String> bases(Found found) {
        Part servers = Servers.innermost(found.servers(root));
        Set<String> read = bases.computeIfAbsent(servers.pointer(), first -> {
            hosts.addAll(Servers.hosts(servers));
            return Servers.bases(servers);
        });
        return mount == null ? read : Set.of(mount);
    }

    private static List<Found> found(Part paths) {
        var found = new ArrayList<Found>();
        for (Part path : paths.children()) {
            if (path.key().startsWith("x-")) {
                continue;
            }
            Part item = path.resolved();
            boolean known = !isUnreadable(item) || METHODS.stream().anyMatch(path::has);
            for (String method : known ? METHODS : USUAL) {
                Part operation = path.has(method) ? path.at(method) : item.at(method);
                if (operation.value().isObject() || !known) {
                    found.add(new Found(path, item, operation, method.toUpperCase(Locale.ROOT)));
                }
            }
            item.at("additionalOperations").children().forEach(operation -> additional(operation)
                    .ifPresent(method -> found.add(new Found(path, item, operation, method))));
        }
        return found;
    }

    /** Whether it has a reference to what does not exist, or in a circle. */
    private static boolean isUnreadable(Part item) {
        return item.reference().isPresent();
    }

    /** One of a path of which nothing is known; the finding at its reference stops it. */
    private static Operation unreadable(Found found, String name) {
        var answers = new Answers(Map.of("default", new Answer(List.of(), List.of())), true);
        var parts = new Operation.Parts(
                List.of(), List.of(found.path().pointer()), found.path().pointer());
        return new Operation(
                found.method(), found.path().key(), name, "", List.of(), null, answers, Access.OPEN, parts);
    }

    /** The method of an operation that has no key of its own; methods are written in capitals or not (RFC 9110 9.1). */
    private static Optional<String> additional(Part operation) {
        String method = operation.key();
        if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
            operation.fault(
                    "additional-operation",
                    "\"" + method + "\" is no method that OpenAPI has no key for",
                    "write it as \"" + method.toLowerCase(Locale.ROOT) + "\" of the path");
            return Optional.empty();
        } else if (!method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") && !method.startsWith("x-")) {
            operation.fault("additional-operation", "\"" + method + "\" cannot be a method", "write a token");
            return Optional.empty();
        }
        return method.startsWith("x-") || !operation.value().isObject() ? Optional.empty() : Optional.of(method);
    }

    private Operation operation(Found found, String name) {
        if (isUnreadable(found.item()) && !found.operation().isPresent()) {
            return unreadable(found, name);
        }
        Part part = found.operation();
        Part described = part.at("requestBody");
        RequestBody body = described.isPresent() ? content.requestBody(described.resolved()) : null;
        Answers answers = content.answers(part.at("responses"));
        if (body != null
                && StreamFlag.in(body, answers)
                        .filter(content.readings()::isStreamFlag)
                        .isPresent()) {
            body = body.flagging();
        }
        PathTemplate template = PathTemplate.read(found.path(), "");
        Part shared = found.path().has("parameters") ? found.path() : found.item();
        Part around = found.path().has(CorrectionReader.KEY) ? found.path() : found.item();
        SecurityReader.Guard guard = security.guard(part.at("security"));
        var parts = new Operation.Parts(
                List.of("", "/paths", found.path().pointer()),
                wholes(part, List.of(shared.at("parameters"), around.at(CorrectionReader.KEY)), guard.pointers()),
                part.pointer());
        List<Argument> read =
                arguments.read(template, shared, part, guard.access().queryKeys());
        List<String> queried = read.stream()
                .filter(argument -> argument.place() == Place.QUERY)
                .map(Argument::name)
                .toList();
        Correction correction = corrections.correction(around, part, found.method(), queried);
        return new Operation(
                        found.method(),
                        found.path().key(),
                        name,
                        part.at("summary").text(),
                        read,
                        body,
                        answers,
                        guard.access(),
                        parts)
                .corrected(correction);
    }

    private static List<String> wholes(Part operation, List<Part> shared, Set<String> guards) {
        var wholes = new ArrayList<String>(guards);
        wholes.add(operation.pointer());
        shared.stream().filter(Part::isPresent).map(Part::pointer).forEach(wholes::add);
        return wholes;
    }
}
