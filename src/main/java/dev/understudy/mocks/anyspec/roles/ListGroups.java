package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.corrections.Corrections;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Groups lists of the same records into collections, names these, and finds the collections for other paths. */
final class ListGroups {
    private final SchemaViews views;
    private final Lists lists;
    private final RecordPaths recordPaths;
    private final Corrections corrections;
    /** The first list of each collection, by the collection's path. */
    private final Map<String, Lists.Seen> firsts = new LinkedHashMap<>();

    private final Map<Lists.Seen, Lists.Seen> groups = new HashMap<>();
    private final Map<String, List<Lists.Seen>> byNoun = new HashMap<>();
    /** The collections by the plain names of properties that refer to their records. */
    private final Map<String, Lists.Seen> named = new HashMap<>();

    private final Map<Lists.Seen, String> names = new HashMap<>();

    ListGroups(SchemaViews views, Lists lists, RecordPaths recordPaths, Corrections corrections) {
        this.views = views;
        this.lists = lists;
        this.recordPaths = recordPaths;
        this.corrections = corrections;
        lists.all().values().stream()
                .filter(seen -> said(seen).isEmpty() && !isSearch(seen))
                .forEach(this::lead);
        List.copyOf(lists.all().values()).stream()
                .filter(seen -> said(seen).isEmpty() && isSearch(seen))
                .forEach(this::follow);
        var taken = new HashSet<String>();
        // Start with short paths, so that a collection with nothing before it gets the plain name.
        var byLength = new TreeMap<Integer, List<Lists.Seen>>();
        groups.values().stream()
                .distinct()
                .sorted((a, b) -> a.reading()
                        .operation()
                        .path()
                        .compareTo(b.reading().operation().path()))
                .forEach(seen -> byLength.computeIfAbsent(
                                seen.reading().segments().size(), any -> new ArrayList<>())
                        .add(seen));
        byLength.values()
                .forEach(all -> all.forEach(seen -> {
                    names.put(seen, freeName(seen.reading(), taken));
                    Name.otherNumber(Name.plain(seen.reading().noun()))
                            .forEach(one -> named.putIfAbsent(one + "id", seen));
                }));
        lists.all().values().forEach(seen -> said(seen).ifPresent(name -> join(seen, name)));
    }

    private static boolean isSearch(Lists.Seen seen) {
        return seen.reading().asksByBody()
                && !seen.reading().operation().correction().isRole("list");
    }

    /** A search with a body belongs to the list at its path; without such a list, it is not known to be a search. */
    private void follow(Lists.Seen seen) {
        ReadOperation reading = seen.reading();
        Lists.Seen leader = firsts.get(reading.shape(reading.collectionLength()));
        if (leader == null || !recordPaths.alike(views.at(seen.envelope().record()), leader)) {
            lists.drop(seen);
        } else {
            groups.put(seen, leader);
        }
    }

    /** The name that x-understudy declares for the collection of a list. */
    private static Optional<String> said(Lists.Seen seen) {
        return seen.reading().operation().correction().text("collection");
    }

    /** Lists with the same declared name have the same records. */
    private void join(Lists.Seen seen, String name) {
        Lists.Seen leader = called(name).orElse(seen);
        names.put(leader, name);
        groups.put(seen, leader);
        ReadOperation reading = seen.reading();
        String path = reading.shape(reading.collectionLength());
        if (reading.collectionLength() == reading.segments().size()) {
            firsts.put(path, leader);
        } else {
            firsts.putIfAbsent(path, leader);
        }
        byNoun.computeIfAbsent(Name.plain(reading.noun()), any -> new ArrayList<>())
                .add(seen);
        for (String noun : List.of(Name.plain(name), Name.plain(reading.noun()))) {
            Name.otherNumber(noun).forEach(one -> named.putIfAbsent(one + "id", leader));
        }
    }

    private Optional<Lists.Seen> called(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Lists with the same path, or with the same name and schema, have the same records. */
    private void lead(Lists.Seen seen) {
        ReadOperation reading = seen.reading();
        String path = reading.shape(reading.collectionLength());
        String record = views.at(seen.envelope().record()).canonical();
        String same = Name.plain(reading.noun()) + " " + record;
        boolean shared = record.startsWith("/components/");
        Lists.Seen leader = firsts.get(path);
        if (leader == null && shared && isFree(seen)) {
            leader = firsts.get(same);
        }
        groups.put(seen, leader == null ? seen : leader);
        if (leader == null) {
            byNoun.computeIfAbsent(Name.plain(reading.noun()), any -> new ArrayList<>())
                    .add(seen);
            firsts.put(path, seen);
            if (shared && isFree(seen)) {
                firsts.putIfAbsent(same, seen);
            }
        } else {
            firsts.putIfAbsent(path, leader);
        }
    }

    /** Whether its records contain the values of the path parameters before the list. */
    private boolean isFree(Lists.Seen seen) {
        return seen.reading()
                .parameters(seen.reading().collectionLength())
                .allMatch(index -> lists.property(seen, seen.reading(), index).isPresent());
    }

    private static String freeName(ReadOperation reading, Set<String> taken) {
        List<String> words = reading.segments().subList(0, reading.collectionLength()).stream()
                .filter(segment -> !segment.contains("{"))
                .map(Name::hyphened)
                .filter(word -> !word.isEmpty())
                .toList();
        String name = Name.hyphened(reading.noun());
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

    /** The collection whose path comes before the parameters at the end, or else the only one with that name. */
    Optional<Lists.Seen> leader(ReadOperation reading) {
        Correction said = reading.operation().correction();
        Optional<Correction.Entry> name = said.entry("collection");
        if (name.isPresent()) {
            String text = name.get().value().asText();
            Optional<Lists.Seen> called = called(text);
            if (called.isEmpty() && !corrections.isDoubtful(text)) {
                corrections.unknown(
                        name.get().pointer(), "no list is of a collection " + text, text, Set.copyOf(names.values()));
            }
            return called;
        }
        int end = reading.beforeKeys();
        Lists.Seen here = firsts.get(reading.shape(end));
        List<Lists.Seen> same = byNoun.getOrDefault(Name.plain(reading.noun()), List.of());
        if (here == null && reading.isToldOne() && same.size() != 1) {
            corrections.mistake(
                    said.entry("role").orElseThrow().pointer(),
                    "no list is at the path in front of " + reading.operation().path(),
                    "name its collection by collection");
        }
        if (here != null || end == 0) {
            return Optional.ofNullable(here);
        }
        return same.size() == 1 && reading.parametersAtEnd() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The collection at exactly this path. */
    Optional<Lists.Seen> at(ReadOperation reading) {
        return Optional.ofNullable(at(reading, reading.segments().size()));
    }

    /** The collection at the path up to this segment; null if there is none. */
    Lists.@Nullable Seen at(ReadOperation reading, int length) {
        return firsts.get(reading.shape(length));
    }

    /** The first list of the collection that this list belongs to. */
    Lists.Seen of(Lists.Seen seen) {
        return groups.getOrDefault(seen, seen);
    }

    /** The name of this list's collection. */
    String name(Lists.Seen leader) {
        return names.getOrDefault(leader, "records");
    }

    /** The collection whose records a property with this plain name refers to; null if there is none. */
    Lists.@Nullable Seen named(String plain) {
        return named.get(plain);
    }
}
