package dev.understudy.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths of several contracts, each looked for once. In a contract the more concrete path comes first (OpenAPI 3.0.3
 * section 4.7.8.2); among contracts the one that has the method, and else the one that was named first.
 */
public final class Routes {
    private final List<Contract> contracts;
    /** Paths without parameters, as they are written: most requests ask for one of these. */
    private final Map<String, List<Match.Here>> plain = new HashMap<>();
    /** All paths, the more concrete ones of each contract first. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Contract contract, Route route) {}

    /** The paths of these contracts. */
    public Routes(Collection<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
        for (Contract contract : contracts) {
            contract.routes().stream()
                    .sorted((a, b) -> PathTemplate.CONCRETE_FIRST.compare(a.template(), b.template()))
                    .forEach(route -> add(contract, route));
        }
    }

    private void add(Contract contract, Route route) {
        entries.add(new Entry(contract, route));
        if (route.template().parameters().isEmpty()) {
            plain.computeIfAbsent(route.template().text(), path -> new ArrayList<>())
                    .add(new Match.Here(contract, route, Map.of()));
        }
    }

    /** Where a request of this method and raw, still percent-encoded path leads. */
    public Match match(String method, String path) {
        for (Match.Here here : plain.getOrDefault(path, List.of())) {
            if (here.route().operation(method).isPresent()) {
                return here;
            }
        }
        List<String> segments = PathTemplate.split(path);
        List<Match.Here> here = here(segments);
        for (Match.Here candidate : here) {
            if (candidate.route().operation(method).isPresent()) {
                return candidate;
            }
        }
        return here.isEmpty() ? below(segments) : here.get(0);
    }

    /** The methods that are answered at a path of any contract; none if it leads to none. {@code *} is all paths. */
    public Set<String> methods(String path) {
        var methods = new LinkedHashSet<String>();
        if (path.equals("*")) {
            entries.forEach(entry -> methods.addAll(entry.route().answered()));
        } else {
            here(PathTemplate.split(path))
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

    /** The path of each contract that has one for these segments. */
    private List<Match.Here> here(List<String> segments) {
        var found = new ArrayList<Match.Here>(1);
        @Nullable Contract last = null;
        for (Entry entry : entries) {
            if (entry.contract() != last) {
                Optional<Map<String, String>> values = entry.route().template().match(segments);
                if (values.isPresent()) {
                    found.add(new Match.Here(entry.contract(), entry.route(), values.get()));
                    last = entry.contract();
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
