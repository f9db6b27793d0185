package dev.understudy.contract;

import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Preference;
import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Spelling;
import dev.understudy.api.ToleratedCall;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.RawArguments;
import dev.understudy.contract.text.Accept;
import dev.understudy.contract.text.ConditionalPath;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.contract.text.Query;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call of a request, or refuses it by the first check that it fails.
 *
 * @param paths of the contract, the more concrete ones first
 * @param scope what there is besides paths and methods to say to somebody who looks for others; null if nothing
 * @param choosing whether a client may choose among the documented answers by the header Prefer
 */
record RequestAdmission(String source, List<String> paths, @Nullable String scope, boolean guarded, boolean choosing) {
    private static final int SHOWN = 8;

    /** The way into these paths of the document, guarded by its security. */
    static RequestAdmission of(Document document, List<Route> routes, boolean choosing) {
        List<String> paths = routes.stream()
                .map(Route::template)
                .sorted(PathTemplate.CONCRETE_FIRST)
                .map(PathTemplate::text)
                .toList();
        return new RequestAdmission(document.source(), paths, scope(document, routes), true, choosing);
    }

    /** Of a contract that models the lists of its API alone ({@code x-only-lists}): that it does, and what they are. */
    private static @Nullable String scope(Document document, List<Route> routes) {
        Part lists = document.root().at("info").at("x-only-lists");
        if (!lists.isPresent()) {
            return null;
        }
        List<String> operations = routes.stream()
                .flatMap(route -> route.operations().values().stream())
                .map(Operation::toString)
                .toList();
        return "this mock only lists " + lists.text() + ", by " + MessageText.and(operations);
    }

    /** The same, open to everybody. */
    RequestAdmission open() {
        return new RequestAdmission(source, paths, scope, false, choosing);
    }

    Admission admit(Match match, Request request) {
        if (match instanceof Match.Undecided undecided) {
            return misguided(404, ConditionalPath.undecided(undecided.templates(), request));
        }
        if (!(match instanceof Match.Here here)) {
            return noSuchPath(request);
        }
        Optional<Operation> found = here.route().operation(request.method());
        if (found.isEmpty()) {
            return noSuchMethod(here.route(), request.method());
        }
        Operation operation = found.get();
        if (choosing && operation.unkept().isPresent()) {
            return unserved(operation);
        }
        Query query = Query.of(request.query());
        Optional<Refusal> unauthorized = unauthorized(operation, request, query);
        if (unauthorized.isPresent()) {
            return unauthorized.get();
        }
        Preferred preferred =
                choosing ? Preferred.of(operation, request.headers().all(Preferred.HEADER)) : null;
        List<String> accepted = request.headers().all("Accept");
        Optional<String> produces = preferred == null ? produces(operation, accepted) : preferred.produces(accepted);
        if (produces.isEmpty()) {
            return notAcceptable(operation, preferred == null ? operation.offers() : preferred.offers(), accepted);
        }
        Optional<Refusal> unsupported = unsupported(operation, request);
        if (unsupported.isPresent()) {
            return unsupported.get();
        }
        var received = new RawArguments(here.segments(), query, request.headers());
        return preferred == null
                ? call(operation, request, received, List.of(), produces.get(), Preference.NONE)
                : call(operation, request, received, preferred.violations(), produces.get(), preferred.preference());
    }

    /**
     * The call that a request makes though it breaks the contract: in its arguments, its body, or what it accepts.
     * Empty if what it breaks is more than that, or if its path or its body cannot be read.
     */
    Optional<ToleratedCall> tolerate(Match match, Request request) {
        Optional<Operation> found =
                match instanceof Match.Here here ? here.route().operation(request.method()) : Optional.empty();
        if (found.isEmpty() || request.body() instanceof Body.TooLarge) {
            return Optional.empty();
        }
        Operation operation = found.get();
        Query query = Query.of(request.query());
        if (choosing && operation.unkept().isPresent()
                || unauthorized(operation, request, query).isPresent()
                || unsupported(operation, request).isPresent()) {
            return Optional.empty();
        }
        List<String> accepted = request.headers().all("Accept");
        Preferred preferred =
                choosing ? Preferred.of(operation, request.headers().all(Preferred.HEADER)) : null;
        var violations = new ArrayList<Violation>(preferred == null ? List.of() : preferred.violations());
        Optional<String> produces = preferred == null ? produces(operation, accepted) : preferred.produces(accepted);
        if (produces.isEmpty()) {
            List<String> offers = preferred == null ? operation.offers() : preferred.offers();
            violations.addAll(notAcceptable(operation, offers, accepted).violations());
        }
        var received = new RawArguments(((Match.Here) match).segments(), query, request.headers());
        return new CallReader(operation, request, received, choosing, violations)
                .tolerated(
                        produces.or(() -> anyType(preferred, operation)).orElse(""),
                        preferred == null || !preferred.violations().isEmpty()
                                ? Preference.NONE
                                : preferred.preference());
    }

    /** The media type of the answer to whoever accepts none that there is. */
    private static Optional<String> anyType(@Nullable Preferred preferred, Operation operation) {
        return preferred == null ? operation.offers().stream().findFirst() : preferred.produces(List.of());
    }

    /** The media type that the client likes best; the empty text where the operation offers none. */
    private static Optional<String> produces(Operation operation, List<String> accepted) {
        List<String> offers = operation.offers();
        return offers.isEmpty() ? Optional.of("") : Accept.of(accepted).best(offers);
    }

    private Refusal unserved(Operation operation) {
        Expected expected = Expected.be("one that can be served as its document has it");
        String why = operation.unkept().orElseThrow().text();
        var violation = new Violation(Place.METHOD, "", "", "unkept", expected, why);
        return new Refusal(501, source, operation.operationId(), List.of(violation), Map.of());
    }

    private Refusal noSuchPath(Request request) {
        String path = request.path();
        if (!request.hasTextAsPath()) {
            return misguided(400, path("encoding", Expected.to("be percent-encoded UTF-8"), path));
        }
        return misguided(404, path("path", paths(path), path).noting(scope));
    }

    /** All paths where they are few, else those that are the fewest edits away. */
    private Expected paths(String path) {
        if (paths.size() <= SHOWN) {
            return Expected.oneOf(paths);
        }
        List<String> nearest = paths.stream()
                .sorted(Comparator.comparingInt(template -> Spelling.distance(path, template)))
                .limit(SHOWN)
                .toList();
        return Expected.be("one of " + paths.size() + " paths; the nearest are " + MessageText.and(nearest), nearest);
    }

    private static Violation path(String keyword, Expected expected, String path) {
        return new Violation(Place.PATH, "", "", keyword, expected, MessageText.text(path));
    }

    private Refusal misguided(int status, Violation violation) {
        return new Refusal(status, source, null, List.of(violation), Map.of());
    }

    private Refusal noSuchMethod(Route route, String method) {
        Set<String> allowed = route.answered();
        // Maybe not in the contract, but how browsers ask for it; whoever serves the contract answers it.
        allowed.add("OPTIONS");
        String got = method.matches("[A-Za-z]{1,20}") ? method : MessageText.text(method);
        Expected expected = Expected.be(MessageText.or(route.methods()), List.copyOf(route.methods()));
        var violation = new Violation(Place.METHOD, "", "", "method", expected, got).noting(scope);
        return new Refusal(405, source, null, List.of(violation), Map.of("Allow", String.join(", ", allowed)));
    }

    private Optional<Refusal> unauthorized(Operation operation, Request request, Query query) {
        if (!guarded) {
            return Optional.empty();
        }
        return operation
                .access()
                .denial(request, query)
                .map(denial -> new Refusal(
                        denial.status(),
                        source,
                        operation.operationId(),
                        denial.violations(),
                        Map.of("WWW-Authenticate", denial.challenge())));
    }

    private Refusal notAcceptable(Operation operation, List<String> offers, List<String> accepted) {
        String got = MessageText.text(String.join(", ", accepted));
        var violation = new Violation(
                Place.HEADER, "Accept", "", "content", Expected.to("allow " + MessageText.or(offers), offers), got);
        return new Refusal(406, source, operation.operationId(), List.of(violation), Map.of());
    }

    private Optional<Refusal> unsupported(Operation operation, Request request) {
        return operation
                .body()
                .filter(body -> request.body().length() > 0 || request.body() instanceof Body.Undecodable)
                .flatMap(body -> body.mislabelled(request))
                .map(flaw -> new Refusal(415, source, operation.operationId(), List.of(flaw), RequestBody.taken(flaw)));
    }

    private Admission call(
            Operation operation,
            Request request,
            RawArguments received,
            List<Violation> before,
            String produces,
            Preference preference) {
        var reader = new CallReader(operation, request, received, choosing, before);
        Call call = reader.read(produces, preference);
        List<Violation> violations = reader.violations();
        if (violations.isEmpty()) {
            return call;
        }
        int status = choosing ? RefusalStatus.of(operation.answers(), violations) : 400;
        return new Refusal(status, source, operation.operationId(), violations, Map.of());
    }
}
