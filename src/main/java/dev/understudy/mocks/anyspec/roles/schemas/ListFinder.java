package dev.understudy.mocks.anyspec.roles.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the list of objects in the schema of an answer. */
public record ListFinder(SchemaViews views) {
    private static final int DEEPEST = 3;

    /** Generic names of properties that contain a list. */
    private static final Set<String> HOLDERS = Set.copyOf(
            Name.listed(
                    """
            data items results result value values records entries content contents rows list collection hits docs
            documents elements resources nodes objects members entities payload response edges page embedded
            """));

    /** Names of lists that accompany the requested one. */
    private static final Set<String> BESIDE = Set.copyOf(
            Name.listed(
                    """
            errors warnings messages links facets aggregations included metadata meta notes filters sort sorts
            suggestions breadcrumbs notices
            """));

    /**
     * A list of objects.
     *
     * @param path the property names that lead to it; empty if it is the whole
     * @param record the place of the schema of its objects
     */
    public record Found(List<String> path, String record) {
        /** The plain name of the property that contains it; empty for the whole. */
        String last() {
            return path.isEmpty() ? "" : Name.plain(path.get(path.size() - 1));
        }
    }

    /** The items of a stream as a list; empty if they are not objects. */
    public Optional<Found> items(SchemaView item) {
        return item.properties().isEmpty() ? Optional.empty() : Optional.of(new Found(List.of(), item.canonical()));
    }

    /**
     * The list in the values of a schema; empty if there is none, or if it is ambiguous.
     *
     * @param noun the plain name of what is listed
     */
    public Optional<Found> find(SchemaView whole, String noun) {
        if (whole.isArray()) {
            return record(whole).map(record -> new Found(List.of(), record));
        }
        List<Found> level = lists(List.of(), whole);
        List<Map.Entry<List<String>, SchemaView>> objects = objects(List.of(), whole);
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<Found> best = best(level, noun);
            if (best.isPresent() || level.size() > 1) {
                return best;
            }
            level = objects.stream()
                    .flatMap(each -> lists(each.getKey(), each.getValue()).stream())
                    .toList();
            objects = objects.stream()
                    .flatMap(each -> objects(each.getKey(), each.getValue()).stream())
                    .toList();
        }
        return Optional.empty();
    }

    private static Optional<Found> best(List<Found> found, String noun) {
        List<Found> meant =
                found.stream().filter(each -> !BESIDE.contains(each.last())).toList();
        return first(meant, noun, true)
                .or(() -> first(meant, noun, false))
                .or(() -> meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty());
    }

    private static Optional<Found> first(List<Found> found, String noun, boolean holders) {
        Set<String> others = Name.otherNumber(noun);
        return found.stream()
                .filter(each -> holders
                        ? HOLDERS.contains(each.last())
                        : each.last().equals(noun) || others.contains(each.last()))
                .findFirst();
    }

    private List<Found> lists(List<String> path, SchemaView object) {
        var found = new ArrayList<Found>();
        object.properties().forEach((name, pointer) -> {
            SchemaView schema = views.at(pointer);
            if (schema.isArray()) {
                record(schema).ifPresent(record -> found.add(new Found(child(path, name), record)));
            }
        });
        return found;
    }

    private List<Map.Entry<List<String>, SchemaView>> objects(List<String> path, SchemaView object) {
        var found = new ArrayList<Map.Entry<List<String>, SchemaView>>();
        object.properties().forEach((name, pointer) -> {
            SchemaView schema = views.at(pointer);
            if (schema.isObject()) {
                found.add(Map.entry(child(path, name), schema));
            }
        });
        return found;
    }

    private Optional<String> record(SchemaView list) {
        return views.at(list.items()).isObject() ? Optional.of(list.items()) : Optional.empty();
    }

    private static List<String> child(List<String> path, String name) {
        var child = new ArrayList<>(path);
        child.add(name);
        return child;
    }
}
