package dev.understudy.contract;

import static java.util.stream.Collectors.toSet;

import dev.understudy.api.Admission;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way in: a request becomes a call, or is refused at the first gate that it does not pass.
 *
 * @param paths of the contract, the more concrete ones first
 */
record Entrance(String source, List<String> paths, boolean guarded) {
    Admission admit(Match match, Request request) {
        if (!(match instanceof Match.Here here)) {
            return noSuchPath(request);
        }
        Operation operation = here.route().operations().get(request.method());
        if (operation == null) {
            return noSuchMethod(here.route(), request.method());
        }
        Query query = Query.of(request.query());
        Optional<Refusal> unauthorized = unauthorized(operation, request, query);
        if (unauthorized.isPresent()) {
            return unauthorized.get();
        }
        Optional<String> produces = produces(operation, request);
        if (produces.isEmpty()) {
            return notAcceptable(operation, request);
        }
        Optional<Refusal> unsupported = unsupported(operation, request);
        return unsupported.isPresent()
                ? unsupported.get()
                : call(operation, request, new Received(here.segments(), query, request.headers()), produces.get());
    }

    /** The media type that the client likes best; the empty text where the operation offers none. */
    private static Optional<String> produces(Operation operation, Request request) {
        List<String> offers = operation.offers();
        if (offers.isEmpty()) {
            return Optional.of("");
        }
        return Accept.of(request.headers().all("Accept")).best(offers);
    }

    private Refusal noSuchPath(Request request) {
        String path = request.path();
        if (!request.hasTextAsPath()) {
            return misguided(400, "encoding", "be percent-encoded UTF-8", path);
        }
        String expected = paths.size() == 1 ? "be " + paths.get(0) : "be one of " + String.join(", ", paths);
        return misguided(404, "path", expected, path);
    }

    private Refusal misguided(int status, String keyword, String expected, String path) {
        var violation = new Violation(Place.PATH, "", "", keyword, expected, Shown.text(path));
        return new Refusal(status, source, null, List.of(violation), Map.of());
    }

    private Refusal noSuchMethod(Route route, String method) {
        var allowed = new ArrayList<>(route.methods());
        if (!allowed.contains("OPTIONS")) {
            // Not in the contract, but how browsers ask for it; whoever serves the contract answers it.
            allowed.add("OPTIONS");
        }
        String got = method.matches("[A-Za-z]{1,20}") ? method : Shown.text(method);
        var violation = new Violation(Place.METHOD, "", "", "method", "be " + Shown.or(route.methods()), got);
        return new Refusal(405, source, null, List.of(violation), Map.of("Allow", String.join(", ", allowed)));
    }

    private Optional<Refusal> unauthorized(Operation operation, Request request, Query query) {
        if (!guarded) {
            return Optional.empty();
        }
        Access access = operation.access();
        return access.flaw(request, query)
                .map(flaw -> new Refusal(
                        401,
                        source,
                        operation.operationId(),
                        List.of(flaw),
                        Map.of("WWW-Authenticate", access.challenge())));
    }

    private Refusal notAcceptable(Operation operation, Request request) {
        String got = Shown.text(String.join(", ", request.headers().all("Accept")));
        String expected = "allow " + Shown.or(operation.offers());
        var violation = new Violation(Place.HEADER, "Accept", "", "content", expected, got);
        return new Refusal(406, source, operation.operationId(), List.of(violation), Map.of());
    }

    private Optional<Refusal> unsupported(Operation operation, Request request) {
        return operation
                .body()
                .filter(body -> request.bytes().length > 0)
                .flatMap(body -> body.mislabelled(request))
                .map(flaw -> new Refusal(415, source, operation.operationId(), List.of(flaw), Map.of()));
    }

    private Admission call(Operation operation, Request request, Received received, String produces) {
        var arguments = new Arguments.Builder();
        var violations = new ArrayList<Violation>();
        for (Argument argument : operation.arguments()) {
            Decoded decoded = argument.read(received);
            violations.addAll(decoded.violations());
            if (decoded.value() != null) {
                arguments.with(argument.place(), argument.name(), decoded.value());
            }
        }
        violations.addAll(misspelt(operation, received.query()));
        if (operation.body().isPresent()) {
            Decoded body = operation.body().get().read(request);
            violations.addAll(body.violations());
            if (body.value() != null) {
                arguments.body(body.value());
            }
        }
        return violations.isEmpty()
                ? new Call(operation.operationId(), arguments.build(), produces)
                : new Refusal(400, source, operation.operationId(), violations, Map.of());
    }

    /** Unknown keys pass, as proxies add them; a list that the contract does not have would be lost without a word. */
    private static List<Violation> misspelt(Operation operation, Query query) {
        if (query.values().isEmpty() && query.malformed().isEmpty()) {
            return List.of();
        }
        Set<String> known = operation.arguments().stream()
                .filter(argument -> argument.place() == Place.QUERY)
                .flatMap(argument -> argument instanceof CommaList list
                        ? list.spellings().stream()
                        : List.of(argument.name()).stream())
                .collect(toSet());
        var violations = new ArrayList<Violation>();
        query.malformed()
                .forEach(piece -> violations.add(
                        new Violation(Place.QUERY, "", "", "encoding", "be percent-encoded UTF-8", Shown.text(piece))));
        for (String name : query.values().keySet()) {
            String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
            if (!known.contains(name) && known.contains(plain)) {
                violations.add(new Violation(
                        Place.QUERY, name, "", "name", "be sent as " + plain + "=…", "sent with brackets"));
            }
        }
        return violations;
    }
}
