package dev.understudy.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All paths of a contract, the more concrete ones first. */
final class Routes {
    private final List<Route> routes;
    private final List<Operation> operations;

    /** Those without parameters, by their paths: most requests ask for one of these as it is written here. */
    private final Map<String, Taken> plain = new HashMap<>();

    Routes(List<Route> routes) {
        this.operations = routes.stream()
                .flatMap(route -> route.operations().values().stream())
                .toList();
        this.routes = routes.stream()
                .sorted((a, b) -> PathTemplate.CONCRETE_FIRST.compare(a.template(), b.template()))
                .toList();
        this.routes.forEach(route -> {
            if (route.template().parameters().isEmpty()) {
                plain.put(route.template().text(), new Taken(route, Map.of()));
            }
        });
    }

    /** The route that a path takes, and the raw segments that fill its parameters. */
    record Taken(Route route, Map<String, String> segments) {}

    Optional<Taken> taken(String path) {
        Taken known = plain.get(path);
        return known == null ? matching(path) : Optional.of(known);
    }

    private Optional<Taken> matching(String path) {
        List<String> segments = PathTemplate.split(path);
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.template().match(segments);
            if (values.isPresent()) {
                return Optional.of(new Taken(route, values.get()));
            }
        }
        return Optional.empty();
    }

    Match match(String path) {
        Optional<Taken> taken = taken(path);
        if (taken.isPresent()) {
            Route route = taken.get().route();
            return new Match.Here(route.template().text(), route.methods());
        }
        List<String> segments = PathTemplate.split(path);
        return routes.stream()
                .map(Route::template)
                .filter(template -> template.isAbove(segments))
                .<Match>map(template -> new Match.Below(template.text()))
                .findFirst()
                .orElseGet(Match.Elsewhere::new);
    }

    List<String> paths() {
        return routes.stream().map(route -> route.template().text()).toList();
    }

    /** All operations, in the order of the contract. */
    List<Operation> operations() {
        return operations;
    }
}
