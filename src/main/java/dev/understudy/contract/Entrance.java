package dev.understudy.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Admission;
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
import java.util.function.Function;

/** The way in: a request becomes a call, or is refused at the first gate that it does not pass. */
record Entrance(String source, Routes routes, boolean guarded) {
    Admission admit(Request request) {
        Optional<Routes.Taken> taken = routes.taken(request.path());
        if (taken.isEmpty()) {
            return noSuchPath(request);
        }
        Operation operation = taken.get().route().operations().get(request.method());
        if (operation == null) {
            return noSuchMethod(taken.get().route(), request.method());
        }
        Query query = Query.of(request.query());
        return unauthorized(operation, request, query)
                .or(() -> notAcceptable(operation, request))
                .or(() -> unsupported(operation, request))
                .<Admission>map(Function.identity())
                .orElseGet(
                        () -> call(operation, request, new Received(taken.get().segments(), query, request.headers())));
    }

    private Refusal noSuchPath(Request request) {
        String path = request.path();
        if (!request.hasTextAsPath()) {
            return misguided(400, "encoding", Expected.to("be percent-encoded UTF-8"), path);
        }
        return misguided(404, "path", Expected.oneOf(routes.paths()), path);
    }

    private Refusal misguided(int status, String keyword, Expected expected, String path) {
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

    private Optional<Refusal> notAcceptable(Operation operation, Request request) {
        List<String> offers = operation.offers();
        List<String> accept = request.headers().all("Accept");
        if (offers.isEmpty() || Accept.of(accept).permits(offers)) {
            return Optional.empty();
        }
        String got = Shown.text(String.join(", ", accept));
        var violation = new Violation(
                Place.HEADER, "Accept", "", "content", Expected.to("allow " + Shown.or(offers), offers), got);
        return Optional.of(new Refusal(406, source, operation.operationId(), List.of(violation), Map.of()));
    }

    private Optional<Refusal> unsupported(Operation operation, Request request) {
        return operation
                .body()
                .filter(body -> request.body().length > 0)
                .flatMap(body -> body.mislabelled(request))
                .map(flaw -> new Refusal(415, source, operation.operationId(), List.of(flaw), Map.of()));
    }

    private Admission call(Operation operation, Request request, Received received) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        var violations = new ArrayList<Violation>();
        for (Argument argument : operation.arguments()) {
            take(argument.name(), argument.read(received), values, violations);
        }
        violations.addAll(Misspelt.of(operation, received.query()));
        operation.body().ifPresent(body -> take("body", body.read(request), values, violations));
        return violations.isEmpty()
                ? new Call(operation.operationId(), values)
                : new Refusal(400, source, operation.operationId(), violations, Map.of());
    }

    private static void take(String name, Decoded decoded, ObjectNode values, List<Violation> violations) {
        violations.addAll(decoded.violations());
        if (decoded.value() != null) {
            values.set(name, decoded.value());
        }
    }
}
