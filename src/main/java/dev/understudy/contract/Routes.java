package dev.understudy.contract;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.contract.text.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The paths of several contracts, each looked for once. In a contract the more concrete path comes first (OpenAPI 3.0.3
 * section 4.7.8.2); among contracts the one that has the method, and else the one that was named first. A host of their
 * servers leads only to the contracts that have it.
 */
public final class Routes {
    private final List<Contract> contracts;
    /** Paths without parameters, as they are written: most requests ask for one of these. */
    private final Map<String, List<Match.Here>> plain = new HashMap<>();
    /** All paths, the more concrete ones of each contract first. */
    private final List<Entry> entries = new ArrayList<>();

    /** Whether the query or a header tells any paths apart. */
    private boolean conditional;

    /** What only a host tells apart, where there are several contracts of which any has hosts. */
    private final Hosts hosts;

    private record Entry(Contract contract, Route route) {}

    /** The paths of these contracts. */
    public Routes(Collection<Contract> contracts) {
        this(contracts, contracts.size() > 1 ? Hosts.of(contracts) : Hosts.NONE);
    }

    Routes(Collection<Contract> contracts, Hosts hosts) {
        this.contracts = List.copyOf(contracts);
        this.hosts = hosts;
        for (Contract contract : contracts) {
            contract.routes().stream()
                    .sorted((a, b) -> PathTemplate.CONCRETE_FIRST.compare(a.template(), b.template()))
                    .forEach(route -> add(contract, route));
        }
    }

    private void add(Contract contract, Route route) {
        entries.add(new Entry(contract, route));
        conditional |= route.template().isConditional();
        if (route.template().parameters().isEmpty()) {
            plain.computeIfAbsent(route.template().text(), path -> new ArrayList<>())
                    .add(new Match.Here(contract, route, Map.of()));
        }
    }

    /** Where a request leads. */
    public Match match(Request request) {
        return hosts.isEmpty() ? anywhere(request) : hosts.match(request, this);
    }

    /** Where it leads whatever host it names. */
    Match anywhere(Request request) {
        return match(request.method(), request.path(), request.query(), request.headers());
    }

    /** Where a request of this method and raw, still percent-encoded path leads, if it has no query and no headers. */
    public Match match(String method, String path) {
        return match(method, path, null, Headers.NONE);
    }

    private Match match(String method, String path, @Nullable String query, Headers headers) {
        for (Match.Here here : conditional ? List.<Match.Here>of() : plain.getOrDefault(path, List.of())) {
            if (here.route().operation(method).isPresent()) {
                return here;
            }
        }
        List<String> segments = PathTemplate.split(path);
        Query parsed = conditional ? Query.of(query) : Query.NONE;
        List<Match.Here> here = here(segments, template -> template.isMeant(parsed, headers));
        for (Match.Here candidate : here) {
            if (candidate.route().operation(method).isPresent()) {
                return candidate;
            }
        }
        return here.isEmpty() ? undecided(segments).orElseGet(() -> below(segments)) : here.get(0);
    }

    /**
     * The paths of the first contract that has some for these segments, if nothing but a condition keeps them apart.
     */
    private Optional<Match> undecided(List<String> segments) {
        List<Entry> paths = conditional
                ? entries.stream()
                        .filter(entry ->
                                entry.route().template().match(segments).isPresent())
                        .toList()
                : List.of();
        return paths.stream()
                .findFirst()
                .map(first -> new Match.Undecided(
                        first.contract(),
                        paths.stream()
                                .filter(entry -> entry.contract() == first.contract())
                                .map(entry -> entry.route().template())
                                .toList()));
    }

    /** The methods that are answered at a path of any contract; none if it leads to none. {@code *} is all paths. */
    public Set<String> methods(String path) {
        var methods = new LinkedHashSet<String>();
        if (path.equals("*")) {
            entries.forEach(entry -> methods.addAll(entry.route().answered()));
        } else {
            here(PathTemplate.split(path), any -> true)
                    .forEach(here -> methods.addAll(here.route().answered()));
        }
        return methods;
    }

    /** All operations, contract by contract. */
    public List<Operation> operations() {
        return contracts.stream()
                .flatMap(contract -> contract.operations().stream())
                .toList();
    }

    /** All operations once more, each with the path that leads to it; several if its document has several servers. */
    public List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (Contract contract : contracts) {
            for (Route route : contract.routes()) {
                route.operations().keySet().forEach(method -> ways.add(new Way(method, route.toString())));
            }
        }
        return ways;
    }

    /**
     * A method of a path.
     *
     * @param path with its parameters in braces
     */
    public record Way(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The path of each contract that has one for these segments, and those of its that only names tell apart. */
    private List<Match.Here> here(List<String> segments, Predicate<PathTemplate> meant) {
        var found = new ArrayList<Match.Here>(1);
        @Nullable Entry last = null;
        for (Entry entry : entries) {
            PathTemplate template = entry.route().template();
            if (last == null
                    || entry.contract() != last.contract()
                    || template.isTwinOf(last.route().template())) {
                Optional<Map<String, String>> values = template.match(segments);
                if (values.isPresent() && meant.test(template)) {
                    found.add(new Match.Here(entry.contract(), entry.route(), values.get()));
                    last = entry;
                }
            }
        }
        return found;
    }

    private Match below(List<String> segments) {
        return entries.stream()
                .filter(entry -> entry.route().template().isAbove(segments))
                .<Match>map(entry -> new Match.Below(
                        entry.contract(), entry.route().template().text()))
                .findFirst()
                .orElseGet(Match.Nowhere::new);
    }
}
