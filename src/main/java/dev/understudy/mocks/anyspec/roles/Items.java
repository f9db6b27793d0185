package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts lists of the same records together, and with the operations that show one of them. */
final class Items {
    private final Views views;
    private final Lists lists;
    /** The first list of each collection, by the path of the collection. */
    private final Map<String, Lists.Seen> firsts = new LinkedHashMap<>();

    private final Map<Lists.Seen, Lists.Seen> leaders = new HashMap<>();
    private final Map<String, List<Lists.Seen>> byNoun = new HashMap<>();
    /** Collections by the plain names of properties that name their records. */
    private final Map<String, Lists.Seen> named = new HashMap<>();

    private final Map<Lists.Seen, String> names = new HashMap<>();
    private final Map<Lists.Seen, Site> itemSites = new HashMap<>();
    /** Where one is changed or deleted, of collections of which none is shown alone. */
    private final Map<Lists.Seen, Site> writtenSites = new HashMap<>();

    private final Map<Lists.Seen, Collection> collections = new HashMap<>();

    Items(Views views, Lists lists) {
        this.views = views;
        this.lists = lists;
        lists.all().values().forEach(this::lead);
        var taken = new HashSet<String>();
        // Short paths first: the plain name belongs to the collection that nothing is in front of.
        var byLength = new TreeMap<Integer, List<Lists.Seen>>();
        leaders.values().stream()
                .distinct()
                .sorted((a, b) -> a.site()
                        .operation()
                        .path()
                        .compareTo(b.site().operation().path()))
                .forEach(seen -> byLength.computeIfAbsent(seen.site().segments().size(), any -> new ArrayList<>())
                        .add(seen));
        byLength.values()
                .forEach(all -> all.forEach(seen -> {
                    names.put(seen, name(seen.site(), taken));
                    Name.otherNumber(Name.plain(seen.site().noun()))
                            .forEach(one -> named.putIfAbsent(one + "id", seen));
                }));
    }

    /** Lists of one path, or of one name and one schema, have the same records. */
    private void lead(Lists.Seen seen) {
        Site site = seen.site();
        String path = site.shape(site.collectionLength());
        String record = views.at(seen.envelope().record()).canonical();
        String same = Name.plain(site.noun()) + " " + record;
        boolean shared = record.startsWith("/components/");
        Lists.Seen leader = firsts.get(path);
        if (leader == null && shared && isFree(seen)) {
            leader = firsts.get(same);
        }
        leaders.put(seen, leader == null ? seen : leader);
        if (leader == null) {
            byNoun.computeIfAbsent(Name.plain(site.noun()), any -> new ArrayList<>())
                    .add(seen);
            firsts.put(path, seen);
            if (shared && isFree(seen)) {
                firsts.putIfAbsent(same, seen);
            }
        } else {
            firsts.putIfAbsent(path, leader);
        }
    }

    /** Whether its records say themselves what is in front of the list. */
    private boolean isFree(Lists.Seen seen) {
        return scopeIndexes(seen.site(), seen.site().collectionLength())
                .allMatch(index -> property(seen, seen.site(), index).isPresent());
    }

    private String name(Site site, Set<String> taken) {
        List<String> words = site.segments().subList(0, site.collectionLength()).stream()
                .filter(segment -> !segment.contains("{"))
                .map(Name::hyphened)
                .filter(word -> !word.isEmpty())
                .toList();
        String name = Name.hyphened(site.noun());
        for (int i = words.size() - 1; i >= 0 && (name.isEmpty() || taken.contains(name)); i--) {
            name = String.join("-", words.subList(i, words.size()));
        }
        String base = name.isEmpty() ? "records" : name;
        String free = base;
        for (int i = 2; !taken.add(free); i++) {
            free = base + "-" + i;
        }
        return free;
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
            if (site.endsWithParameter() && !below && lists.of(site.operation()) == null) {
                leader(site).filter(leader -> isRecord(site, leader)).ifPresent(leader -> {
                    leaderOf.put(site, leader);
                    itemSites.putIfAbsent(leader, site);
                });
            }
        }
        for (Site site : written) {
            leader(site).ifPresent(leader -> writtenSites.putIfAbsent(leader, site));
        }
        var roles = new HashMap<Operation, Role>();
        leaderOf.forEach((site, leader) -> roles.put(site.operation(), shows(site, leader)));
        return roles;
    }

    /** The collection whose path comes before the parameters at the end; else the only one of that name. */
    Optional<Lists.Seen> leader(Site site) {
        int end = site.segments().size() - site.parametersAtEnd();
        Lists.Seen here = firsts.get(site.shape(end));
        if (here != null || end == 0) {
            return Optional.ofNullable(here);
        }
        List<Lists.Seen> same = byNoun.getOrDefault(Name.plain(site.noun()), List.of());
        return same.size() == 1 && site.parametersAtEnd() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The collection at this very path. */
    Optional<Lists.Seen> at(Site site) {
        return Optional.ofNullable(firsts.get(site.shape()));
    }

    /** Whether what it shows has a key, and properties in common with the records of the list. */
    private boolean isRecord(Site site, Lists.Seen leader) {
        return path(site, leader).isPresent();
    }

    /** The way to the record in the answer: it may be the whole, or a property of it. */
    private Optional<List<String>> path(Site site, Lists.Seen leader) {
        return path(site.schema(views), leader);
    }

    /** The same in values of this schema. */
    Optional<List<String>> path(SchemaView whole, Lists.Seen leader) {
        if (alike(whole, leader)) {
            return Optional.of(List.of());
        }
        for (Map.Entry<String, String> property : whole.properties().entrySet()) {
            if (isHolder(property.getKey(), leader) && alike(views.at(property.getValue()), leader)) {
                return Optional.of(List.of(property.getKey()));
            }
        }
        return Optional.empty();
    }

    /** The way to a record in a body that a client sends, which may have few of its properties, or be any object. */
    Optional<List<String>> given(SchemaView whole, Lists.Seen leader) {
        if (hasCommon(whole, leader) || (whole.properties().isEmpty() && !whole.isArray())) {
            return Optional.of(List.of());
        }
        for (Map.Entry<String, String> property : whole.properties().entrySet()) {
            if (isHolder(property.getKey(), leader) && hasCommon(views.at(property.getValue()), leader)) {
                return Optional.of(List.of(property.getKey()));
            }
        }
        return Optional.empty();
    }

    boolean hasCommon(SchemaView one, Lists.Seen leader) {
        SchemaView record = views.at(leader.envelope().record());
        return one.properties().keySet().stream().anyMatch(record.properties()::containsKey);
    }

    private static boolean isHolder(String name, Lists.Seen leader) {
        String plain = Name.plain(name);
        String noun = Name.plain(leader.site().noun());
        return plain.matches("data|item|result|value|record|entry|content|response|payload|object|attributes")
                || plain.equals(noun)
                || Name.otherNumber(noun).contains(plain);
    }

    private boolean alike(SchemaView one, Lists.Seen leader) {
        SchemaView record = views.at(leader.envelope().record());
        if (!one.isObject()) {
            return false;
        } else if (one.canonical().equals(record.canonical())) {
            return true;
        }
        long common = one.properties().keySet().stream()
                .filter(record.properties()::containsKey)
                .count();
        int fewer = Math.min(one.properties().size(), record.properties().size());
        return common > 0 && common * 2 >= fewer;
    }

    private Role shows(Site site, Lists.Seen leader) {
        Content content = site.content().orElseThrow();
        int end = site.segments().size() - site.parametersAtEnd();
        return new Role.Shows(
                collection(leader),
                keys(site, leader),
                scopes(site, end, leader),
                content.pointer(),
                content.schema().orElseThrow(),
                path(site, leader).orElseThrow());
    }

    List<Key> keys(Site site, Lists.Seen leader) {
        var keys = new Keys(
                lists.properties(leader.envelope().record()),
                Name.plain(leader.site().noun()));
        int end = site.segments().size() - site.parametersAtEnd();
        return IntStream.range(end, site.segments().size())
                .mapToObj(index -> keys.of(site.parameter(index)))
                .toList();
    }

    /** The role of a list. */
    Role role(Lists.Seen seen) {
        Lists.Seen leader = leaders.get(seen);
        Site site = seen.site();
        return new Role.Lists(
                collection(leader == null ? seen : leader),
                seen.envelope(),
                scopes(site, site.collectionLength(), seen));
    }

    Collection collection(Lists.Seen leader) {
        Collection known = collections.get(leader);
        if (known != null) {
            return known;
        }
        String record = leader.envelope().record();
        Site item = itemSites.get(leader);
        List<Key> keys = item == null ? keysOfNoItem(leader, record) : keys(item, leader);
        Site site = leader.site();
        var collection = new Collection(
                names.getOrDefault(leader, "records"),
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
            Lists.Seen other = property.several() ? null : named.get(property.plain());
            if (other != null && !other.equals(leader)) {
                references.add(new Reference(property, names.getOrDefault(other, "")));
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
        return scopeIndexes(site, length)
                .mapToObj(index -> new Scope(
                        site.parameter(index), property(seen, site, index).orElse(null), parent(site, index)))
                .toList();
    }

    private static IntStream scopeIndexes(Site site, int length) {
        return IntStream.range(0, length).filter(site::isParameter);
    }

    /** The property of a record that has the value of a parameter in front of the list: {@code customer_id}. */
    private Optional<Property> property(Lists.Seen seen, Site site, int index) {
        String plain = Name.plain(site.parameter(index));
        String before = index == 0 ? "" : Name.plain(site.segments().get(index - 1));
        Properties properties = lists.properties(seen.envelope().record());
        Optional<Property> own =
                plain.matches("id|uuid|key|name|slug|sid") ? Optional.empty() : properties.exactly(plain);
        for (String one : Name.otherNumber(before)) {
            own = own.or(() -> properties.exactly(one + "id"));
        }
        return own.filter(property -> !property.several());
    }

    private @Nullable String parent(Site site, int index) {
        Lists.Seen parent = firsts.get(site.shape(index));
        Site one = parent == null ? null : itemSites.get(parent);
        return one == null || one.parametersAtEnd() > 1 ? null : names.get(parent);
    }
}
