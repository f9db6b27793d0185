package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;
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

/** Puts collections together with the operations that show one of their records, and says what both are. */
final class Items {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    private final Views views;
    private final Lists lists;
    private final Leaders leaders;
    private final Ways ways;
    private final Corrections corrections;
    private final Map<Lists.Seen, Site> itemSites = new HashMap<>();
    /** Where one is changed or deleted, of collections of which none is shown alone. */
    private final Map<Lists.Seen, Site> writtenSites = new HashMap<>();

    private final Map<Lists.Seen, Collection> collections = new HashMap<>();

    Items(Views views, Lists lists, Leaders leaders, Ways ways, Corrections corrections) {
        this.views = views;
        this.lists = lists;
        this.leaders = leaders;
        this.ways = ways;
        this.corrections = corrections;
    }

    /**
     * The operations that show one record.
     *
     * @param written the operations that change one, or delete it
     */
    Map<Operation, Role> roles(List<Site> sites, List<Site> written) {
        Set<List<String>> paths = sites.stream().map(Site::segments).collect(Collectors.toSet());
        var leaderOf = new LinkedHashMap<Site, Lists.Seen>();
        for (Site site : sites) {
            // What is below one of the list is a part of it.
            boolean below = site.parametersAtEnd() > 1
                    && paths.contains(site.segments().subList(0, site.segments().size() - 1));
            boolean told = site.operation().correction().isRole("item");
            if ((told || (site.endsWithParameter() && !below)) && lists.of(site.operation()) == null) {
                Optional<Lists.Seen> leader = leaders.leader(site)
                        .filter(each ->
                                told ? hasRecord(site, each) : path(site, each).isPresent());
                leader.ifPresent(each -> {
                    leaderOf.put(site, each);
                    itemSites.putIfAbsent(each, site);
                });
            }
        }
        for (Site site : written) {
            leaders.leader(site).ifPresent(leader -> writtenSites.putIfAbsent(leader, site));
        }
        var roles = new HashMap<Operation, Role>();
        leaderOf.forEach((site, leader) -> roles.put(site.operation(), shows(site, leader)));
        return roles;
    }

    /** Whether an operation that is said to show a record can: its path says which, and its answer is an object. */
    private boolean hasRecord(Site site, Lists.Seen leader) {
        Correction.Entry role = site.operation().correction().entry("role").orElseThrow();
        if (site.keys().isEmpty()) {
            corrections.mistake(role.pointer(), "the path has no parameter that says which record is meant", "");
            return false;
        }
        Optional<List<String>> way = path(site, leader);
        if (way.isEmpty() && site.operation().correction().entry("record").isPresent()) {
            return false;
        }
        SchemaView record = site.schema(views);
        for (String step : way.orElse(List.of())) {
            record = views.at(record.properties().getOrDefault(step, ""));
        }
        if (site.content().isEmpty() || !record.isObject()) {
            corrections.mistake(
                    role.pointer(), "the answer of success has no object there", "say where it is by record");
            return false;
        }
        return true;
    }

    /** The way to the record in the answer: it may be the whole, or a property of it. */
    private Optional<List<String>> path(Site site, Lists.Seen leader) {
        SchemaView whole = site.schema(views);
        Optional<Correction.Entry> said = site.operation().correction().entry("record");
        if (said.isPresent()) {
            return corrections.object(whole, said.get());
        }
        return ways.path(whole, leader);
    }

    private Role shows(Site site, Lists.Seen leader) {
        Content content = site.content().orElseThrow();
        return new Role.Shows(
                collection(leader),
                keys(site, leader),
                scopes(site, site.beforeKeys(), leader),
                content.pointer(),
                content.schema().orElseThrow(),
                path(site, leader).orElse(List.of()));
    }

    List<Key> keys(Site site, Lists.Seen leader) {
        Properties properties = lists.properties(leader.envelope().record());
        var keys = new Keys(properties, Name.plain(leader.site().noun()));
        List<Integer> indexes = site.keys();
        List<Property> said = said(site, properties);
        List<Property> listed = said.isEmpty() ? listed(leader, properties) : said;
        if (listed.size() == indexes.size()) {
            return IntStream.range(0, indexes.size())
                    .mapToObj(i -> new Key(site.parameter(indexes.get(i)), listed.get(i)))
                    .toList();
        } else if (!said.isEmpty()) {
            Correction.Entry key = site.operation().correction().entry("key").orElseThrow();
            corrections.mistake(
                    key.pointer(),
                    "the path names a record by " + indexes.size() + " of its parameters, and not by " + said.size(),
                    "name as many properties");
        }
        return indexes.stream().map(index -> keys.of(site.parameter(index))).toList();
    }

    /** The same, as the first list of a collection says that says it. */
    private List<Property> listed(Lists.Seen leader, Properties properties) {
        return lists.all().values().stream()
                .filter(seen -> leader.equals(leaders.of(seen)))
                .map(seen -> said(seen.site(), properties))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The properties that x-understudy says to tell records apart by. */
    private List<Property> said(Site site, Properties properties) {
        Optional<Correction.Entry> key = site.operation().correction().entry("key");
        return key.isEmpty()
                ? List.of()
                : site.operation().correction().texts("key").stream()
                        .flatMap(name ->
                                corrections.property(properties, name, key.get().pointer()).stream())
                        .toList();
    }

    /** The role of a list. */
    Role role(Lists.Seen seen) {
        Site site = seen.site();
        return new Role.Lists(
                collection(leaders.of(seen)), seen.envelope(), scopes(site, site.collectionLength(), seen));
    }

    Collection collection(Lists.Seen leader) {
        Collection known = collections.get(leader);
        if (known != null) {
            return known;
        }
        String record = leader.envelope().record();
        Site item = itemSites.get(leader);
        List<Property> said = listed(leader, lists.properties(record));
        List<Key> keys = item != null
                ? keys(item, leader)
                : said.isEmpty()
                        ? keysOfNoItem(leader, record)
                        : said.stream()
                                .map(property -> new Key(property.path().get(0), property))
                                .toList();
        Site site = leader.site();
        var collection = new Collection(
                leaders.name(leader),
                record,
                item == null ? record : schemaOfItem(item, leader),
                keys,
                scopes(site, site.collectionLength(), leader),
                references(leader));
        collections.put(leader, collection);
        return collection;
    }

    /** The keys of records that no operation shows alone: by those that change or delete them, or else as is usual. */
    private List<Key> keysOfNoItem(Lists.Seen leader, String record) {
        Site written = writtenSites.get(leader);
        List<Key> asked = written == null ? List.of() : keys(written, leader);
        boolean had = !asked.isEmpty() && asked.stream().noneMatch(key -> key.property() == null);
        return had
                ? asked
                : new Keys(lists.properties(record), Name.plain(leader.site().noun()))
                        .usual()
                        .map(property -> List.of(new Key(property.path().get(0), property)))
                        .orElse(asked);
    }

    private List<Reference> references(Lists.Seen leader) {
        var references = new ArrayList<Reference>();
        for (Property property : lists.properties(leader.envelope().record()).all()) {
            Lists.Seen other = property.several() ? null : leaders.named(property.plain());
            if (other != null && !other.equals(leader)) {
                references.add(new Reference(property, leaders.name(other)));
            }
        }
        return references;
    }

    private String schemaOfItem(Site item, Lists.Seen leader) {
        String schema = item.content().flatMap(Content::schema).orElse("");
        for (String step : path(item, leader).orElse(List.of())) {
            schema = views.at(schema).properties().getOrDefault(step, schema);
        }
        return schema;
    }

    List<Scope> scopes(Site site, int length, Lists.Seen seen) {
        return site.parameters(length)
                .mapToObj(index -> new Scope(
                        site.parameter(index), lists.property(seen, site, index).orElse(null), parent(site, index)))
                .toList();
    }

    /** All parameters of the path of something that is no list, each with the record that has to be there for it. */
    List<Scope> above(Operation operation) {
        Site site = Site.of(operation);
        return PARAMETER
                .matcher(operation.path())
                .results()
                .map(found -> {
                    int index = site.segments().indexOf(found.group());
                    return new Scope(found.group(1), null, index < 0 ? null : parent(site, index));
                })
                .toList();
    }

    private @Nullable String parent(Site site, int index) {
        Lists.Seen parent = leaders.at(site, index);
        if (parent == null) {
            return null;
        }
        Site one = itemSites.get(parent);
        return one == null || one.keys().size() > 1 ? null : leaders.name(parent);
    }
}
