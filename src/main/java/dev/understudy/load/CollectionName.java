package dev.understudy.load;

import static java.util.stream.Collectors.toCollection;

import dev.understudy.api.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a name of a collection may mean. A collection has its whole path, such as {@code exante/work-tasks/work-tasks};
 * people also use the end of it, or that of its API alone where the API has one list.
 *
 * @param path the one path that is meant; empty if the name is none, or could be several
 * @param choice the paths that the name could mean, or else all there are
 * @param nearest the name that was probably meant, if this one is none
 */
public record CollectionName(Optional<String> path, List<String> choice, Optional<String> nearest) {
    public CollectionName {
        choice = List.copyOf(choice);
    }

    /**
     * Looks a name up.
     *
     * @param paths all there are, in their order, each with whether the collection is a single object
     */
    public static CollectionName of(String name, Map<String, Boolean> paths) {
        if (paths.containsKey(name)) {
            return new CollectionName(Optional.of(name), List.of(name), Optional.empty());
        }
        List<String> ends = paths.keySet().stream()
                .filter(path -> path.endsWith("/" + name))
                .toList();
        List<String> within = ends.isEmpty()
                ? paths.keySet().stream()
                        .filter(path -> ("/" + path).contains("/" + name + "/"))
                        .toList()
                : ends;
        List<String> lists = ends.isEmpty()
                ? within.stream()
                        .filter(path -> !paths.getOrDefault(path, false))
                        .toList()
                : ends;
        Optional<String> one = lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
        return within.isEmpty()
                ? new CollectionName(Optional.empty(), List.copyOf(paths.keySet()), nearest(name, paths.keySet()))
                : new CollectionName(one, within, Optional.empty());
    }

    /** Whole paths come before their APIs, and those before the ends of paths. */
    private static Optional<String> nearest(String name, Set<String> paths) {
        Set<String> apis = paths.stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .collect(toCollection(LinkedHashSet::new));
        Set<String> ends = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(toCollection(LinkedHashSet::new));
        return Spelling.nearest(name, paths)
                .or(() -> Spelling.nearest(name, apis))
                .or(() -> Spelling.nearest(name, ends));
    }
}
