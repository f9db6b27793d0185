package dev.understudy.mocks.techwolf.taskprofiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks as a tree of domains, subdomains and clusters, in the order in which the tasks first name them. */
final class Hierarchy {
    private Hierarchy() {}

    /** The tree; tasks without a place hang under a last node whose names are null, so that none gets lost. */
    static <T, C, S, D> List<D> of(
            List<T> tasks,
            Function<T, @Nullable TaskPlace> place,
            BiFunction<@Nullable String, List<T>, C> cluster,
            BiFunction<@Nullable String, List<C>, S> subdomain,
            BiFunction<@Nullable String, List<S>, D> domain) {
        return grouped(tasks, named(place, TaskPlace::domain), (domainName, inDomain) -> {
            List<S> subdomains = grouped(inDomain, named(place, TaskPlace::subdomain), (subdomainName, inSubdomain) -> {
                List<C> clusters = grouped(inSubdomain, named(place, TaskPlace::cluster), cluster);
                return subdomain.apply(subdomainName, clusters);
            });
            return domain.apply(domainName, subdomains);
        });
    }

    private static <T> Function<T, @Nullable String> named(
            Function<T, @Nullable TaskPlace> place, Function<TaskPlace, String> level) {
        return task -> {
            TaskPlace known = place.apply(task);
            return known == null ? null : level.apply(known);
        };
    }

    private static <T, N> List<N> grouped(
            List<T> tasks, Function<T, @Nullable String> name, BiFunction<@Nullable String, List<T>, N> node) {
        Map<String, List<T>> named = new LinkedHashMap<>();
        List<T> unnamed = new ArrayList<>();
        for (T task : tasks) {
            String group = name.apply(task);
            (group == null ? unnamed : named.computeIfAbsent(group, key -> new ArrayList<>())).add(task);
        }
        List<N> nodes = new ArrayList<>();
        named.forEach((group, inside) -> nodes.add(node.apply(group, inside)));
        if (!unnamed.isEmpty()) {
            nodes.add(node.apply(null, unnamed));
        }
        return List.copyOf(nodes);
    }
}
