package dev.understudy.load;

import dev.understudy.api.Binder;
import dev.understudy.api.Fault;
import dev.understudy.api.Fixture;
import dev.understudy.kept.Sharing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of all collections, each read when it is asked for: from the last layer that has it whole, and from the
 * merge files of that layer and later ones.
 *
 * <p>Ask for the collections first, each once, from one thread or several, then for {@link #faults()}. A record at
 * fault is in no set.
 */
public final class Fixtures {
    private final Map<String, Collection> collections = new LinkedHashMap<>();
    private final Layers layers;
    private final Map<String, Loaded<?>> loaded = new ConcurrentHashMap<>();
    private final @Nullable Sharing sharing;
    private final Instant now;
    private final OtherFiles beside;
    private @Nullable List<Fault> faults;
    private List<Origin> origins = List.of();
    private boolean dated;

    /** These collections, read from these layers, of which a later one wins; relative dates count from now. */
    public Fixtures(List<Collection> collections, List<Layer> layers, Clock clock) {
        this(collections, layers, clock, OtherFiles.NONE);
    }

    /** The same, with files among those of collections that are used by somebody else. */
    public Fixtures(List<Collection> collections, List<Layer> layers, Clock clock, OtherFiles beside) {
        this(collections, layers, clock, new Sharing(), beside);
    }

    /** The same to learn of {@link #faults} only: all sets are empty, whatever was read. */
    public static Fixtures toCheck(List<Collection> collections, List<Layer> layers, Clock clock, OtherFiles beside) {
        return new Fixtures(collections, layers, clock, null, beside);
    }

    private Fixtures(
            List<Collection> collections,
            List<Layer> layers,
            Clock clock,
            @Nullable Sharing sharing,
            OtherFiles beside) {
        this.sharing = sharing;
        this.beside = beside;
        this.layers = new Layers(layers);
        this.now = clock.instant();
        collections.forEach(collection -> this.collections.put(collection.path(), collection));
        for (Collection collection : collections) {
            collection.references().values().forEach(this::collection);
        }
    }

    /** The records of a collection in the order of its file; none if no layer has it. */
    public <T> List<T> records(Fixture<T> fixture) {
        if (faults != null) {
            throw new IllegalStateException("Fixtures are asked for before their faults");
        }
        return load(collection(fixture.key().path()), fixture.binder()).records();
    }

    /** All that is wrong in the layers, collections that nobody asked for included; empty if they may be served. */
    public List<Fault> faults() {
        if (faults == null) {
            collections.values().stream()
                    .filter(collection -> !loaded.containsKey(collection.path()))
                    .forEach(collection -> load(collection, null));
            collections.keySet().forEach(path -> checkReferences(loaded(path)));
            faults = collect();
            origins = collections.keySet().stream()
                    .map(path -> loaded(path).origin())
                    .toList();
            dated = loaded.values().stream().anyMatch(Loaded::dated);
            // The sets are with those who asked for them; the ids of a million records are not needed any more.
            loaded.clear();
        }
        return faults;
    }

    /** Where each collection came from, those that no layer has included; they are read if they were not yet. */
    public List<Origin> origins() {
        faults();
        return origins;
    }

    /** When they were read: relative dates count from then. */
    public Instant now() {
        return now;
    }

    /** Whether any of them has relative dates. */
    public boolean isDated() {
        faults();
        return dated;
    }

    /** What each folder among the layers is used for, in their order. */
    public List<FolderUse> folders() {
        return layers.folders(collections.values(), beside.files(), files());
    }

    /**
     * One record as all layers together have it. The collection may have any name that {@link CollectionName} knows;
     * where there is only one record, the id is not looked at.
     */
    public Explanation explain(String name, String id) {
        var paths = new LinkedHashMap<String, Boolean>();
        collections.values().forEach(collection -> paths.put(collection.path(), collection.single()));
        CollectionName meant = CollectionName.of(name, paths);
        return meant.path()
                .map(this::collection)
                .map(collection -> Explaining.of(collection, layers.find(collection), id, now))
                .orElseGet(() -> new Explanation.Unnamed(meant.choice(), meant.nearest()));
    }

    /** Loads it, the first time only; two collections can be loaded at the same time. */
    private <T> Loaded<T> load(Collection collection, @Nullable Binder<T> binder) {
        synchronized (collection) {
            if (loaded.containsKey(collection.path())) {
                throw new IllegalStateException(collection.path() + " is asked for a second time");
            }
            Loaded<T> found = Loading.read(collection, layers.find(collection), binder, sharing, now);
            loaded.put(collection.path(), found);
            return found;
        }
    }

    private void checkReferences(Loaded<?> source) {
        Report report = source.report();
        source.collection().references().forEach((property, path) -> {
            Loaded<?> target = loaded(path);
            List<Keys.Reference> references = source.keys().referencesIn(property);
            if (target.whole()) {
                References.checkTargets(references, target, report);
            }
            if (property.equals(source.collection().acyclic())) {
                References.checkCircles(references, report);
            }
        });
    }

    private List<Fault> collect() {
        List<Fault> all = new ArrayList<>();
        for (Collection collection : collections.values()) {
            all.addAll(layers.doubles(collection));
            all.addAll(loaded(collection.path()).report().faults());
        }
        all.addAll(beside.faults());
        all.addAll(layers.foreignFiles(files()));
        if (sharing == null) {
            folders().stream()
                    .filter(FolderUse::empty)
                    .filter(use -> all.stream().noneMatch(fault -> fault.file().equals(use.folder())))
                    .toList()
                    .forEach(use -> all.add(nothingIn(use)));
        }
        return List.copyOf(all);
    }

    /** All that is looked for in a folder. */
    private Set<String> files() {
        var files = new LinkedHashSet<String>(beside.files());
        for (Collection collection : collections.values()) {
            collection.forms().forEach(form -> files.add(form.fileOf(collection.path())));
            collection.mergeForms().forEach(form -> files.add(form.mergeFileOf(collection.path())));
        }
        return files;
    }

    /** Whoever serves such a folder may put files into it later; whoever checks it checks nothing. */
    private Fault nothingIn(FolderUse use) {
        String example = collections.values().stream()
                .filter(collection -> !collection.single())
                .map(collection -> ", such as " + collection.forms().get(0).fileOf(collection.path()))
                .findFirst()
                .orElse("");
        return Fault.ofFile(use.folder(), "folder", "hold a file of a collection" + example, "without any", null);
    }

    private Loaded<?> loaded(String path) {
        return Objects.requireNonNull(loaded.get(path));
    }

    private Collection collection(String path) {
        return Optional.ofNullable(collections.get(path))
                .orElseThrow(() -> new IllegalArgumentException("No collection " + path));
    }
}
