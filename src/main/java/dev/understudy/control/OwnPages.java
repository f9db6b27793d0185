package dev.understudy.control;

import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.control.metrics.Metrics;
import dev.understudy.control.token.TokenPage;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the server's own read-only pages below {@code /-/}. */
public final class OwnPages implements Exchange {
    private static final String ROOT = "/-/";
    private static final String CONTRACTS = "contracts";
    private static final String SCHEMA = "application/schema+json";
    private static final String CONSOLE = "/-/console";
    private static final String METRICS = ROOT + "metrics";

    /** The query for the form of a contract without choices between objects. */
    private static final String FLAT = "?form=flat";

    private final Map<String, Supplier<Response>> pages = new TreeMap<>();
    private final Map<String, Response> written = new ConcurrentHashMap<>();
    private final TokenPage tokens;
    private final Readiness readiness;
    private final Supplier<Optional<Exchange>> console;

    /**
     * Serves pages about these contracts.
     *
     * @param operations supplies a description of the operations, to be written as JSON
     * @param console supplies the web console, on first use; empty if there is none
     */
    public OwnPages(
            List<Contract> contracts,
            Supplier<?> operations,
            Readiness readiness,
            Metrics metrics,
            Supplier<Optional<Exchange>> console) {
        this.readiness = readiness;
        this.console = console;
        tokens = new TokenPage(contracts);
        put(ROOT + "health", () -> json(Map.of("status", "up")));
        pages.put(Readiness.PATH, () -> readiness.answer(ReadyQuery.of(null)));
        pages.put(METRICS, metrics::page);
        put(ROOT + "operations", () -> json(operations.get()));
        put(
                ROOT + CONTRACTS,
                () -> json(Map.of(
                        "contracts", contracts.stream().map(OwnPages::listed).toList())));
        for (Contract contract : contracts) {
            String base = base(contract);
            put(ROOT + yaml(contract), () -> page("application/yaml", contract.servedYaml(base)));
            put(ROOT + json(contract), () -> page("application/json", contract.servedJson(base)));
            put(ROOT + yaml(contract) + FLAT, () -> page("application/yaml", contract.flatYaml(base)));
            put(ROOT + json(contract) + FLAT, () -> page("application/json", contract.flatJson(base)));
            for (FixtureSchema fixture : contract.fixtureSchemas()) {
                put(ROOT + schema(contract, fixture.collection()), () -> page(SCHEMA, fixture.jsonSchema()));
                if (fixture.isMergeable()) {
                    put(
                            ROOT + schema(contract, fixture.collection() + ".merge"),
                            () -> page(SCHEMA, fixture.mergeSchema().orElseThrow()));
                }
            }
        }
    }

    /** Adds a page that is rendered on first use, since most servers are started for the APIs. */
    private void put(String path, Supplier<Response> page) {
        pages.put(path, () -> written.computeIfAbsent(path, p -> page.get()));
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        if (isConsole(incoming.request().path())) {
            Optional<Exchange> there = console.get();
            if (there.isPresent()) {
                return there.get().answer(incoming);
            }
        }
        return Answer.of(page(incoming.request()));
    }

    /**
     * Whether a path leads to what takes too long for an event loop: files of the console are read and compressed, and
     * the first reading of the metrics loads a library.
     */
    static boolean takesLong(String path) {
        return isConsole(path) || path.equals(METRICS);
    }

    /** Whether a path belongs to the console; checked here because the console's class is loaded only when needed. */
    private static boolean isConsole(String path) {
        return path.equals(ROOT) || path.equals(CONSOLE) || path.startsWith(CONSOLE + "/");
    }

    private Response page(Request request) {
        if (request.path().equals(TokenPage.PATH)) {
            return tokens.answer(request);
        }
        Supplier<Response> page = pages.get(request.path());
        if (page == null) {
            String detail = "There is no page " + request.path() + "; there are " + String.join(", ", pages.keySet())
                    + ", " + TokenPage.PATH + ", " + ControlApi.PATH + ", " + ControlApi.APIS;
            return Problem.of(404, "Not Found", detail, request.path()).response(Map.of());
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            String detail = "method must be GET or HEAD, was " + request.method();
            return Problem.of(405, "Method Not Allowed", detail, request.path()).response(Map.of("Allow", "GET, HEAD"));
        }
        if (request.path().equals(Readiness.PATH)) {
            return readiness.answer(ReadyQuery.of(request.query()));
        }
        return form(request.query())
                .filter(form -> pages.containsKey(request.path() + FLAT))
                .map(form -> form(request.path(), form))
                .orElseGet(page);
    }

    private Response form(String path, String form) {
        Supplier<Response> page = pages.get(path + "?form=" + form);
        if (page == null) {
            String detail = "query \"form\" must be flat or left out, was \"" + form + "\"";
            return Problem.of(400, "Bad Request", detail, path).response(Map.of());
        }
        return page.get();
    }

    private static Optional<String> form(@Nullable String query) {
        return Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
                .filter(piece -> piece.startsWith("form="))
                .map(piece -> piece.substring("form=".length()))
                .findFirst();
    }

    private static Map<String, Object> listed(Contract contract) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", contract.name());
        entry.put("title", contract.title());
        entry.put("yaml", yaml(contract));
        entry.put("json", json(contract));
        entry.put("fixtures", schemas(contract));
        return entry;
    }

    private static Map<String, String> schemas(Contract contract) {
        var schemas = new LinkedHashMap<String, String>();
        contract.fixtureSchemas()
                .forEach(fixture -> schemas.put(fixture.collection(), schema(contract, fixture.collection())));
        return schemas;
    }

    // Links are relative to the list, so that they work behind a proxy or in a session.

    private static String schema(Contract contract, String collection) {
        return CONTRACTS + "/" + contract.name() + "/" + collection + ".schema.json";
    }

    private static String yaml(Contract contract) {
        return CONTRACTS + "/" + contract.name() + ".yaml";
    }

    private static String json(Contract contract) {
        return CONTRACTS + "/" + contract.name() + ".json";
    }

    /** The root of a contract's paths, relative to the URL of the served contract. */
    private static String base(Contract contract) {
        int folders =
                (int) json(contract).chars().filter(letter -> letter == '/').count();
        return "../".repeat(folders) + "..";
    }

    private static Response json(Object value) {
        return page("application/json", Json.write(value));
    }

    private static Response page(String type, byte[] body) {
        return new Response(200, Map.of("Content-Type", type), body);
    }
}
