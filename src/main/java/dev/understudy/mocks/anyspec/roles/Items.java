package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;
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
    private final Corrections corrections;
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

    Items(Views views, Lists lists, Corrections corrections) {
        this.views = views;
        this.lists = lists;
        this.corrections = corrections;
        lists.all().values().stream()
                .filter(seen -> said(seen).isEmpty() && !isSearch(seen))
                .forEach(this::lead);
        List.copyOf(lists.all().values()).stream()
                .filter(seen -> said(seen).isEmpty() && isSearch(seen))
                .forEach(this::follow);
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
        lists.all().values().forEach(seen -> said(seen).ifPresent(name -> join(seen, name)));
    }

    private static boolean isSearch(Lists.Seen seen) {
        return seen.site().asksByBody() && !seen.site().operation().correction().isRole("list");
    }

    /** A search by a body is one of the list that is at its path; without one, nobody knows that it is a search. */
    private void follow(Lists.Seen seen) {
        Site site = seen.site();
        Lists.Seen leader = firsts.get(site.shape(site.collectionLength()));
        if (leader == null || !alike(views.at(seen.envelope().record()), leader)) {
            lists.drop(seen);
        } else {
            leaders.put(seen, leader);
        }
    }

    /** The name that x-understudy has for the collection of a list. */
    private static Optional<String> said(Lists.Seen seen) {
        return seen.site().operation().correction().text("collection");
    }

    /** Lists of the same name have the same records, if a name is said. */
    private void join(Lists.Seen seen, String name) {
        Lists.Seen leader = called(name).orElse(seen);
        names.put(leader, name);
        leaders.put(seen, leader);
        Site site = seen.site();
        String path = site.shape(site.collectionLength());
        if (site.collectionLength() == site.segments().size()) {
            firsts.put(path, leader);
        } else {
            firsts.putIfAbsent(path, leader);
        }
        byNoun.computeIfAbsent(Name.plain(site.noun()), any -> new ArrayList<>())
                .add(seen);
        for (String noun : List.of(Name.plain(name), Name.plain(site.noun()))) {
            Name.otherNumber(noun).forEach(one -> named.putIfAbsent(one + "id", leader));
        }
    }

    private Optional<Lists.Seen> called(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
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
            boolean told = site.operation().correction().isRole("item");
            if ((told || (site.endsWithParameter() && !below)) && lists.of(site.operation()) == null) {
                Optional<Lists.Seen> leader = leader(site)
                        .filter(each ->
                                told ? hasRecord(site, each) : path(site, each).isPresent());
                leader.ifPresent(each -> {
                    leaderOf.put(site, each);
                    itemSites.putIfAbsent(each, site);
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
        Correction said = site.operation().correction();
        Optional<Correction.Entry> name = said.entry("collection");
        if (name.isPresent()) {
            String text = name.get().value().asText();
            Optional<Lists.Seen> called = called(text);
            if (called.isEmpty() && !corrections.doubtful()) {
                corrections.unknown(
                        name.get().pointer(), "no list is of a collection " + text, text, Set.copyOf(names.values()));
            }
            return called;
        }
        int end = site.beforeKeys();
        Lists.Seen here = firsts.get(site.shape(end));
        List<Lists.Seen> same = byNoun.getOrDefault(Name.plain(site.noun()), List.of());
        if (here == null && site.isToldOne() && same.size() != 1) {
            corrections.mistake(
                    said.entry("role").orElseThrow().pointer(),
                    "no list is at the path in front of " + site.operation().path(),
                    "name its collection by collection");
        }
        if (here != null || end == 0) {
            return Optional.ofNullable(here);
        }
        return same.size() == 1 && site.parametersAtEnd() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The collection at this very path. */
    Optional<Lists.Seen> at(Site site) {
        return Optional.ofNullable(firsts.get(site.shape()));
    }

    /** Whether an operation that is said to show a record can: its path says which, and its answer is an object. */
    private boolean hasRecord(Site site, Lists.Seen leader) {
        Correction.Entry role = site.operation().correction().entry("role").orElseThrow();
        if (site.keys().isEmpty()) {
            corrections.mistake(role.pointer(), "the path has no parameter that says which record is meant", "");
            return false;
        }
        SchemaView record = site.schema(views);
        for (String step : path(site, leader).orElse(List.of())) {
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
            String way = said.get().value().asText();
            return corrections.at(whole, way, said.get().pointer()).map(there -> Corrections.steps(way));
        }
        return path(whole, leader);
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
                .filter(seen -> leader.equals(leaders.get(seen)))
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
        return one == null || one.keys().size() > 1 ? null : names.get(parent);
    }
}
