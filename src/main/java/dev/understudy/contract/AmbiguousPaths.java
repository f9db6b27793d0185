package dev.understudy.contract;

import dev.understudy.contract.text.PathTemplate;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of paths that one request can match, because each is the more concrete one in another segment. OpenAPI leaves
 * it open which is taken (3.1.1 section 4.8.8.2); here it is the one that is more concrete where they first differ.
 */
final class AmbiguousPaths {
    /** Documents with more paths are machine-made, and would be compared for long. */
    private static final int MOST = 2_000;

    private AmbiguousPaths() {}

    /** Notes them at the path that is not taken. */
    static void note(Part paths, List<Route> routes) {
        Map<Integer, List<Route>> byLength = new HashMap<>();
        routes.stream().limit(MOST).forEach(route -> byLength.computeIfAbsent(
                        route.template().length(), any -> new ArrayList<>())
                .add(route));
        for (List<Route> alike : byLength.values()) {
            for (int i = 0; i < alike.size(); i++) {
                for (int j = i + 1; j < alike.size(); j++) {
                    note(paths, alike.get(i), alike.get(j));
                }
            }
        }
    }

    private static void note(Part paths, Route one, Route other) {
        boolean sameMethod = one.operations().keySet().stream().anyMatch(other.operations()::containsKey);
        if (!sameMethod || !one.template().crosses(other.template())) {
            return;
        }
        boolean first = PathTemplate.CONCRETE_FIRST.compare(one.template(), other.template()) <= 0;
        Route taken = first ? one : other;
        Route left = first ? other : one;
        // Once for all servers, below each of which the two meet.
        paths.at(path(left))
                .hint(
                        "ambiguous-path",
                        "a request may mean this path and " + path(taken) + ": that one is taken, which is"
                                + " more concrete where they first differ",
                        "");
    }

    /** As the document writes it. */
    private static String path(Route route) {
        return route.operations().values().iterator().next().path();
    }
}
