package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Role.Change;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds single resources, such as {@code /settings} or {@code /users/{id}/profile}: a GET shows what a PUT or PATCH of
 * the same path sets, and no list contains it.
 */
final class SingleResources {
    private final SchemaViews views;
    private final Items items;
    private final Map<Operation, Role> roles = new LinkedHashMap<>();

    /** @param free the operations that have no other role */
    SingleResources(SchemaViews views, Items items, List<Operation> free) {
        this.views = views;
        this.items = items;
        for (Operation shows : free) {
            Optional<Content> content = ReadOperation.of(shows).content();
            boolean object = content.flatMap(Content::schema)
                    .filter(schema -> !views.at(schema).properties().isEmpty())
                    .isPresent();
            List<Operation> writes = free.stream()
                    .filter(each -> each.path().equals(shows.path())
                            && each.method().matches("PUT|PATCH")
                            && !each.takes().isEmpty())
                    .toList();
            if (shows.method().equals("GET") && object && !writes.isEmpty()) {
                find(shows, content.orElseThrow(), writes);
            }
        }
    }

    /** The operations that show or set a single resource. */
    Map<Operation, Role> roles() {
        return roles;
    }

    private void find(Operation shows, Content content, List<Operation> writes) {
        SchemaView whole = views.at(content.schema().orElseThrow());
        List<String> way = writes.stream()
                .flatMap(each -> each.takes().stream())
                .flatMap(taken -> ways(whole).filter(path -> hasCommon(at(whole, path), taken)))
                .findFirst()
                .orElse(null);
        if (way == null) {
            return;
        }
        String schema = pointer(content.schema().orElseThrow(), way);
        var collection = Collection.single(shows.path(), schema, items.above(shows));
        var own = new LinkedHashMap<Operation, Role>();
        for (Operation write : writes) {
            Map<String, List<String>> bodies = bodies(write, views.at(schema));
            if (write.takes().stream().anyMatch(taken -> bodies.containsKey(taken.pointer()))) {
                Change change = write.method().equals("PUT") ? Change.REPLACE : Change.PATCH;
                own.put(write, new Role.Changes(change, collection, List.of(), collection.scopes(), bodies));
            }
        }
        if (!own.isEmpty()) {
            roles.putAll(own);
            roles.put(
                    shows,
                    new Role.Shows(
                            collection,
                            List.of(),
                            collection.scopes(),
                            content.pointer(),
                            content.schema().orElseThrow(),
                            way));
        }
    }

    private Map<String, List<String>> bodies(Operation write, SchemaView record) {
        var bodies = new LinkedHashMap<String, List<String>>();
        Stream<Content> answers = write.answers().byStatus().entrySet().stream()
                .filter(answer -> answer.getKey().matches("2.*|default"))
                .flatMap(answer -> answer.getValue().contents().stream());
        Stream.concat(write.takes().stream(), answers)
                .filter(content -> content.form() == Content.Form.JSON || content.form() == Content.Form.FIELDS)
                .forEach(content -> {
                    SchemaView whole = views.at(content.schema().orElse(""));
                    ways(whole)
                            .filter(path -> hasCommon(at(whole, path), record))
                            .findFirst()
                            .ifPresent(path -> bodies.put(content.pointer(), path));
                });
        return bodies;
    }

    /** The paths to the whole, and to each object in it that has a generic name. */
    private static Stream<List<String>> ways(SchemaView whole) {
        Stream<List<String>> inner = whole.properties().keySet().stream()
                .filter(name -> Name.plain(name).matches("data|item|result|value|record|entry|content|attributes"))
                .map(List::of);
        return Stream.concat(Stream.of(List.of()), inner);
    }

    private SchemaView at(SchemaView whole, List<String> path) {
        return path.isEmpty() ? whole : views.at(whole.properties().getOrDefault(path.get(0), ""));
    }

    private String pointer(String whole, List<String> path) {
        return path.isEmpty() ? whole : views.at(whole).properties().getOrDefault(path.get(0), "");
    }

    private boolean hasCommon(SchemaView shown, Content taken) {
        SchemaView whole = views.at(taken.schema().orElse(""));
        return ways(whole).anyMatch(path -> hasCommon(shown, at(whole, path)));
    }

    private static boolean hasCommon(SchemaView one, SchemaView other) {
        return one.properties().keySet().stream().anyMatch(other.properties()::containsKey);
    }
}
