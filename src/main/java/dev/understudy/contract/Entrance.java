package dev.understudy.contract;

import dev.understudy.api.Admission;
import dev.understudy.api.Arguments;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
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
        Optional<Operation> asked = here.route().operation(request.method());
        if (asked.isEmpty()) {
            return noSuchMethod(here.route(), request.method());
        }
        Operation operation = asked.get();
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
            return misguided(400, "encoding", Expected.to("be percent-encoded UTF-8"), path);
        }
        return misguided(404, "path", Expected.oneOf(paths), path);
    }

    private Refusal misguided(int status, String keyword, Expected expected, String path) {
        var violation = new Violation(Place.PATH, "", "", keyword, expected, Shown.text(path));
        return new Refusal(status, source, null, List.of(violation), Map.of());
    }

    private Refusal noSuchMethod(Route route, String method) {
        Set<String> allowed = route.answered();
        // Maybe not in the contract, but how browsers ask for it; whoever serves the contract answers it.
        allowed.add("OPTIONS");
        String got = method.matches("[A-Za-z]{1,20}") ? method : Shown.text(method);
        var violation = new Violation(
                Place.METHOD,
                "",
                "",
                "method",
                Expected.be(Shown.or(route.methods()), List.copyOf(route.methods())),
                got);
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
        List<String> offers = operation.offers();
        String got = Shown.text(String.join(", ", request.headers().all("Accept")));
        var violation = new Violation(
                Place.HEADER, "Accept", "", "content", Expected.to("allow " + Shown.or(offers), offers), got);
        return new Refusal(406, source, operation.operationId(), List.of(violation), Map.of());
    }

    private Optional<Refusal> unsupported(Operation operation, Request request) {
        return operation
                .body()
                .filter(body -> request.bytes().length > 0 || request.body() instanceof Body.Undecodable)
                .flatMap(body -> body.mislabelled(request))
                .map(flaw -> new Refusal(415, source, operation.operationId(), List.of(flaw), RequestBody.taken(flaw)));
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
        violations.addAll(Misspelt.of(operation, received.query()));
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
}
