package dev.understudy.mocks.anyspec.roles;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.Role.Change;
import dev.understudy.mocks.anyspec.roles.corrections.Corrections;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the operations that create, replace, change and delete records of collections. */
record Writers(SchemaViews views, Items items, ListGroups groups, RecordPaths recordPaths, Corrections corrections) {
    /** The kinds of operations that x-understudy can declare. */
    private static final Map<String, Change> TOLD =
            Map.of("create", Change.CREATE, "replace", Change.REPLACE, "patch", Change.PATCH, "delete", Change.DELETE);

    private static final String CREATING = "(?i)create|new|add|insert";
    private static final String CHANGING = "(?i)update|edit|modify|change|patch|replace|delete|remove";

    /** The role of an operation that changes a collection; empty if it does not. */
    Optional<Role> role(Operation operation) {
        ReadOperation reading = ReadOperation.of(operation);
        Change told = TOLD.get(operation.correction().text("role").orElse(""));
        if (told != null) {
            return told(reading, told);
        }
        boolean posts = operation.method().equals("POST");
        if (operation.method().matches("POST|PUT|PATCH")) {
            Optional<Role> action = acts(reading);
            if (action.isPresent()) {
                return action;
            }
        }
        if (posts && !reading.endsWithParameter()) {
            return creates(reading).or(() -> changes(without(reading, CHANGING), Change.PATCH));
        } else if (posts) {
            // As in the API of Stripe, omitted properties stay.
            return changes(reading, Change.PATCH).filter(role -> takesOrShows(operation, role));
        }
        return switch (operation.method()) {
            case "PUT" -> changes(without(reading, CHANGING), Change.REPLACE);
            case "PATCH" -> changes(without(reading, CHANGING), Change.PATCH);
            case "DELETE" -> deletesSeveral(reading).or(() -> changes(without(reading, CHANGING), Change.DELETE));
            default -> Optional.empty();
        };
    }

    /** The role that x-understudy declares. */
    private Optional<Role> told(ReadOperation reading, Change change) {
        Correction said = reading.operation().correction();
        boolean creates = change == Change.CREATE;
        Optional<Lists.Seen> leader =
                creates && said.entry("collection").isEmpty() ? groups.at(reading) : groups.leader(reading);
        String role = said.entry("role").orElseThrow().pointer();
        if (leader.isEmpty() && creates && said.entry("collection").isEmpty()) {
            corrections.mistake(
                    role, "no list is at the path " + reading.operation().path(), "name its collection by collection");
        } else if (leader.isPresent() && !creates && reading.keys().isEmpty()) {
            corrections.mistake(role, "the path has no parameter that says which record is meant", "");
            return Optional.empty();
        }
        return leader.map(each -> {
            Collection collection = items.collection(each);
            int end = creates ? reading.segments().size() : reading.beforeKeys();
            boolean several =
                    creates && reading.operation().takes().stream().anyMatch(content -> isSeveral(content, each));
            if (!several && change != Change.DELETE && hasOtherBody(reading.operation(), each)) {
                corrections.mistake(
                        role,
                        "the body has no property that the records of " + collection.name() + " have",
                        "say plain, or name another collection");
            }
            return new Role.Changes(
                    several ? Change.CREATE_SEVERAL : change,
                    collection,
                    creates ? collection.keys() : items.keys(reading, each),
                    items.scopes(reading, end, each),
                    bodies(reading.operation(), each));
        });
    }

    /** The operation without a last path segment that names the action. */
    private static ReadOperation without(ReadOperation reading, String words) {
        int last = reading.segments().size() - 1;
        return last > 0 && reading.segments().get(last).matches(words)
                ? new ReadOperation(reading.operation(), reading.segments().subList(0, last))
                : reading;
    }

    private Optional<Role> acts(ReadOperation reading) {
        Optional<Actions.Asked> asked = groups.at(reading).isPresent() ? Optional.empty() : Actions.asked(reading);
        return asked.flatMap(each -> leader(each.of()).flatMap(leader -> {
            Collection collection = items.collection(leader);
            var actions = new Actions(Properties.of(views, collection.item()));
            int end = each.of().segments().size() - each.of().parametersAtEnd();
            return actions.of(reading.operation(), each.word())
                    .map(action -> new Role.Changes(
                            Change.ACT,
                            collection,
                            items.keys(each.of(), leader),
                            items.scopes(each.of(), end, leader),
                            bodies(reading.operation(), leader),
                            action));
        }));
    }

    private Optional<Role> creates(ReadOperation whole) {
        ReadOperation reading = without(whole, CREATING);
        Operation operation = whole.operation();
        return groups.at(reading).flatMap(leader -> {
            Map<String, List<String>> bodies = bodies(operation, leader);
            boolean several = operation.takes().stream().anyMatch(content -> isSeveral(content, leader));
            boolean given = several || operation.takes().stream().anyMatch(each -> bodies.containsKey(each.pointer()));
            boolean file = operation.takes().stream().anyMatch(Downloads::isMultipart);
            boolean shown = (operation.takes().isEmpty() || file) && !bodies.isEmpty();
            if (!given && !shown) {
                return Optional.empty();
            }
            int end = reading.segments().size();
            Change change = several ? Change.CREATE_SEVERAL : Change.CREATE;
            Collection collection = items.collection(leader);
            return Optional.of(new Role.Changes(
                    change, collection, collection.keys(), items.scopes(reading, end, leader), bodies));
        });
    }

    /** A deletion at the path of a list, whose inputs can only be ids. */
    private Optional<Role> deletesSeveral(ReadOperation reading) {
        Map<String, List<String>> named = named(reading);
        boolean plain = named.size() == reading.operation().takes().size()
                && reading.operation().inputs().stream()
                        .filter(input -> input.place() == Place.QUERY)
                        .allMatch(input -> Role.Changes.namesSeveral(input.name()));
        return groups.at(reading).filter(leader -> plain).map(leader -> {
            Collection collection = items.collection(leader);
            int end = reading.segments().size();
            return new Role.Changes(
                    Change.DELETE_SEVERAL, collection, collection.keys(), items.scopes(reading, end, leader), named);
        });
    }

    /** The paths to a list of ids in each body content that has nothing else, by the pointers of the contents. */
    private Map<String, List<String>> named(ReadOperation reading) {
        var named = new LinkedHashMap<String, List<String>>();
        for (Content content : reading.operation().takes()) {
            SchemaView body = views.at(content.schema().orElse(""));
            if (isListOfKeys(body)) {
                named.put(content.pointer(), List.of());
            } else if (body.properties().size() == 1) {
                body.properties().forEach((name, schema) -> {
                    if (namesThese(name, Name.plain(reading.noun())) && isListOfKeys(views.at(schema))) {
                        named.put(content.pointer(), List.of(name));
                    }
                });
            }
        }
        return named;
    }

    /**
     * A name such as {@code ids}, or {@code can_ids} for cans; the ids of other things do not select records of this
     * list.
     */
    private static boolean namesThese(String name, String noun) {
        String plain = Name.plain(name);
        return Role.Changes.namesSeveral(name)
                || Stream.concat(Stream.of(noun), Name.otherNumber(noun).stream())
                        .anyMatch(one -> plain.equals(one + "ids") || plain.equals(one + "keys"));
    }

    private boolean isListOfKeys(SchemaView list) {
        SchemaView item = views.at(list.items());
        return list.isArray() && !list.items().isEmpty() && !item.isObject() && (item.isText() || item.isNumeric());
    }

    private Optional<Role> changes(ReadOperation reading, Change change) {
        boolean below =
                reading.parametersAtEnd() > 1 && groups.at(reading.outer(1)).isPresent();
        if (!reading.endsWithParameter() || below) {
            return Optional.empty();
        }
        return leader(reading).map(leader -> {
            int end = reading.segments().size() - reading.parametersAtEnd();
            return new Role.Changes(
                    change,
                    items.collection(leader),
                    items.keys(reading, leader),
                    items.scopes(reading, end, leader),
                    bodies(reading.operation(), leader));
        });
    }

    /**
     * The collection before the parameters, or the only one with its name if that has nothing before it: removing a
     * user from a group does not delete the user.
     */
    private Optional<Lists.Seen> leader(ReadOperation reading) {
        ReadOperation list = reading.outer(reading.parametersAtEnd());
        boolean inFront = list.segments().stream().anyMatch(segment -> segment.contains("{"));
        return groups.at(list).or(() -> inFront ? Optional.empty() : groups.leader(reading));
    }

    /** Whether no request body can be a record, as far as the schemas say. */
    private boolean hasOtherBody(Operation operation, Lists.Seen leader) {
        List<Content> said = operation.takes().stream()
                .filter(content -> content.form() == Content.Form.JSON || content.form() == Content.Form.FIELDS)
                .toList();
        return !said.isEmpty()
                && said.stream().noneMatch(Downloads::isMultipart)
                && said.stream().allMatch(content -> {
                    SchemaView body = views.at(content.schema().orElse(""));
                    return !body.properties().isEmpty()
                            && recordPaths.given(body, leader).isEmpty();
                });
    }

    private static boolean takesOrShows(Operation operation, Role role) {
        return role instanceof Role.Changes changes
                && !changes.bodies().isEmpty()
                && operation.takes().stream().allMatch(each -> changes.bodies().containsKey(each.pointer()));
    }

    private boolean isSeveral(Content content, Lists.Seen leader) {
        SchemaView whole = views.at(content.schema().orElse(""));
        return whole.isArray() && recordPaths.hasCommon(views.at(whole.items()), leader);
    }

    /** The paths to the record in each content that has it, by the pointers of the contents. */
    private Map<String, List<String>> bodies(Operation operation, Lists.Seen leader) {
        var bodies = new LinkedHashMap<String, List<String>>();
        for (Content content : operation.takes()) {
            if (content.form() == Content.Form.JSON || content.form() == Content.Form.FIELDS) {
                recordPaths
                        .given(views.at(content.schema().orElse("")), leader)
                        .ifPresent(path -> bodies.put(content.pointer(), path));
            }
        }
        for (Content content : answers(operation)) {
            recordPaths
                    .path(views.at(content.schema().orElse("")), leader)
                    .ifPresent(path -> bodies.put(content.pointer(), path));
        }
        return bodies;
    }

    /** The JSON contents of success answers. */
    private static List<Content> answers(Operation operation) {
        var contents = new ArrayList<Content>();
        operation.answers().byStatus().forEach((status, answer) -> {
            if (status.matches("2.*|default")) {
                answer.contents().stream()
                        .filter(content -> content.form() == Content.Form.JSON
                                && content.schema().isPresent())
                        .forEach(contents::add);
            }
        });
        return contents;
    }
}
