package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.corrections.Corrections;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Keys;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Matches collections with the operations that show one of their records, and determines the roles of both. */
final class Items {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    private final SchemaViews views;
    private final Lists lists;
    private final ListGroups groups;
    private final RecordPaths recordPaths;
    private final Corrections corrections;
    private final Map<Lists.Seen, ReadOperation> itemSites = new HashMap<>();
    /** For collections without an operation that shows a record, one that changes or deletes a record. */
    private final Map<Lists.Seen, ReadOperation> writtenSites = new HashMap<>();

    private final Map<Lists.Seen, Collection> collections = new HashMap<>();

    Items(SchemaViews views, Lists lists, ListGroups groups, RecordPaths recordPaths, Corrections corrections) {
        this.views = views;
        this.lists = lists;
        this.groups = groups;
        this.recordPaths = recordPaths;
        this.corrections = corrections;
    }

    /**
     * The operations that show one record.
     *
     * @param written the operations that change or delete one
     */
    Map<Operation, Role> roles(List<ReadOperation> sites, List<ReadOperation> written) {
        Set<List<String>> paths = sites.stream().map(ReadOperation::segments).collect(Collectors.toSet());
        var leaderOf = new LinkedHashMap<ReadOperation, Lists.Seen>();
        for (ReadOperation reading : sites) {
            // A path below an item of the list belongs to that item.
            boolean below = reading.parametersAtEnd() > 1
                    && paths.contains(
                            reading.segments().subList(0, reading.segments().size() - 1));
            boolean told = reading.operation().correction().isRole("item");
            if ((told || (reading.endsWithParameter() && !below)) && lists.of(reading.operation()) == null) {
                Optional<Lists.Seen> leader = groups.leader(reading)
                        .filter(each -> told
                                ? hasRecord(reading, each)
                                : path(reading, each).isPresent());
                leader.ifPresent(each -> {
                    leaderOf.put(reading, each);
                    itemSites.putIfAbsent(each, reading);
                });
            }
        }
        for (ReadOperation reading : written) {
            groups.leader(reading).ifPresent(leader -> writtenSites.putIfAbsent(leader, reading));
        }
        var roles = new HashMap<Operation, Role>();
        leaderOf.forEach((reading, leader) -> roles.put(reading.operation(), shows(reading, leader)));
        return roles;
    }

    /**
     * Whether an operation that is declared to show a record can do so: its path identifies the record, and its answer
     * is an object.
     */
    private boolean hasRecord(ReadOperation reading, Lists.Seen leader) {
        Correction.Entry role = reading.operation().correction().entry("role").orElseThrow();
        if (reading.keys().isEmpty()) {
            corrections.mistake(role.pointer(), "the path has no parameter that says which record is meant", "");
            return false;
        }
        Optional<List<String>> way = path(reading, leader);
        if (way.isEmpty() && reading.operation().correction().entry("record").isPresent()) {
            return false;
        }
        SchemaView record = reading.schema(views);
        for (String step : way.orElse(List.of())) {
            record = views.at(record.properties().getOrDefault(step, ""));
        }
        if (reading.content().isEmpty() || !record.isObject()) {
            corrections.mistake(
                    role.pointer(), "the answer of success has no object there", "say where it is by record");
            return false;
        }
        return true;
    }

    /** The path to the record in the answer: it may be the whole, or a property. */
    private Optional<List<String>> path(ReadOperation reading, Lists.Seen leader) {
        SchemaView whole = reading.schema(views);
        Optional<Correction.Entry> said = reading.operation().correction().entry("record");
        if (said.isPresent()) {
            return corrections.object(whole, said.get());
        }
        return recordPaths.path(whole, leader);
    }

    private Role shows(ReadOperation reading, Lists.Seen leader) {
        Content content = reading.content().orElseThrow();
        return new Role.Shows(
                collection(leader),
                keys(reading, leader),
                scopes(reading, reading.beforeKeys(), leader),
                content.pointer(),
                content.schema().orElseThrow(),
                path(reading, leader).orElse(List.of()));
    }

    List<Key> keys(ReadOperation reading, Lists.Seen leader) {
        Properties properties = lists.properties(leader.envelope().record());
        var keys = new Keys(properties, Name.plain(leader.reading().noun()));
        List<Integer> indexes = reading.keys();
        List<Property> said = said(reading, properties);
        List<Property> listed = said.isEmpty() ? listed(leader, properties) : said;
        if (listed.size() == indexes.size()) {
            return IntStream.range(0, indexes.size())
                    .mapToObj(i -> new Key(reading.parameter(indexes.get(i)), listed.get(i)))
                    .toList();
        } else if (!said.isEmpty()) {
            Correction.Entry key = reading.operation().correction().entry("key").orElseThrow();
            corrections.mistake(
                    key.pointer(),
                    "the path names a record by " + indexes.size() + " of its parameters, and not by " + said.size(),
                    "name as many properties");
        }
        return indexes.size() == 1
                ? List.of(keys.only(reading.parameter(indexes.get(0))))
                : indexes.stream()
                        .map(index -> keys.of(reading.parameter(index)))
                        .toList();
    }

    /** The declared keys from the first list of the collection that declares any. */
    private List<Property> listed(Lists.Seen leader, Properties properties) {
        return lists.all().values().stream()
                .filter(seen -> leader.equals(groups.of(seen)))
                .map(seen -> said(seen.reading(), properties))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The properties that x-understudy declares as keys. */
    private List<Property> said(ReadOperation reading, Properties properties) {
        Optional<Correction.Entry> key = reading.operation().correction().entry("key");
        return key.isEmpty()
                ? List.of()
                : reading.operation().correction().texts("key").stream()
                        .flatMap(name ->
                                corrections.property(properties, name, key.get().pointer()).stream())
                        .toList();
    }

    /** The role of a list. */
    Role role(Lists.Seen seen) {
        ReadOperation reading = seen.reading();
        return new Role.Lists(
                collection(groups.of(seen)), seen.envelope(), scopes(reading, reading.collectionLength(), seen));
    }

    Collection collection(Lists.Seen leader) {
        Collection known = collections.get(leader);
        if (known != null) {
            return known;
        }
        String record = leader.envelope().record();
        ReadOperation item = itemSites.get(leader);
        List<Property> said = listed(leader, lists.properties(record));
        List<Key> keys = item != null
                ? keys(item, leader)
                : said.isEmpty()
                        ? keysOfNoItem(leader, record)
                        : said.stream()
                                .map(property -> new Key(property.path().get(0), property))
                                .toList();
        ReadOperation reading = leader.reading();
        var collection = new Collection(
                groups.name(leader),
                record,
                item == null ? record : schemaOfItem(item, leader),
                keys,
                scopes(reading, reading.collectionLength(), leader),
                references(leader));
        collections.put(leader, collection);
        return collection;
    }

    /**
     * The keys of records that no operation shows: from operations that change or delete them, or else the usual ones.
     */
    private List<Key> keysOfNoItem(Lists.Seen leader, String record) {
        ReadOperation written = writtenSites.get(leader);
        List<Key> asked = written == null ? List.of() : keys(written, leader);
        boolean had = !asked.isEmpty() && asked.stream().noneMatch(key -> key.property() == null);
        return had
                ? asked
                : new Keys(lists.properties(record), Name.plain(leader.reading().noun()))
                        .usual()
                        .map(property -> List.of(new Key(property.path().get(0), property)))
                        .orElse(asked);
    }

    private List<Reference> references(Lists.Seen leader) {
        var references = new ArrayList<Reference>();
        for (Property property : lists.properties(leader.envelope().record()).all()) {
            Lists.Seen other = property.several() ? null : groups.named(property.plain());
            if (other != null && !other.equals(leader)) {
                references.add(new Reference(property, groups.name(other)));
            }
        }
        return references;
    }

    private String schemaOfItem(ReadOperation item, Lists.Seen leader) {
        String schema = item.content().flatMap(Content::schema).orElse("");
        for (String step : path(item, leader).orElse(List.of())) {
            schema = views.at(schema).properties().getOrDefault(step, schema);
        }
        return schema;
    }

    List<Scope> scopes(ReadOperation reading, int length, Lists.Seen seen) {
        return reading.parameters(length)
                .mapToObj(index -> new Scope(
                        reading.parameter(index),
                        lists.property(seen, reading, index).orElse(null),
                        parent(reading, index)))
                .toList();
    }

    /** All path parameters of an operation that is not a list, each with the record that must exist for it. */
    List<Scope> above(Operation operation) {
        ReadOperation reading = ReadOperation.of(operation);
        return PARAMETER
                .matcher(operation.path())
                .results()
                .map(found -> {
                    int index = reading.segments().indexOf(found.group());
                    return new Scope(found.group(1), null, index < 0 ? null : parent(reading, index));
                })
                .toList();
    }

    private @Nullable String parent(ReadOperation reading, int index) {
        Lists.Seen parent = groups.at(reading, index);
        if (parent == null) {
            return null;
        }
        ReadOperation one = itemSites.get(parent);
        return one == null || one.keys().size() > 1 ? null : groups.name(parent);
    }
}
