package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.FileReader;
import dev.understudy.load.text.FileRecord;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.Locator;
import dev.understudy.load.text.RelativeDates;
import dev.understudy.load.text.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the records of a collection as all its layers together have them: one after the other, so that only what
 * merge files say is kept in memory.
 */
final class Merging {
    private final Collection collection;
    private final Report report;
    private final Patches patches;
    private final FileReader.Sink sink;
    private final Supplier<Set<String>> ids;
    private final Set<String> found = new HashSet<>();
    private final AddedRecords added;
    private int last = -1;
    private int changed;
    private int removed;
    private boolean whole = true;

    /** The ids are those of all records that the sink was given so far. */
    Merging(Collection collection, Report report, FileReader.Sink sink, Supplier<Set<String>> ids) {
        this.collection = collection;
        this.report = report;
        this.patches = new Patches(collection);
        this.added = new AddedRecords(collection, report);
        this.sink = sink;
        this.ids = ids;
    }

    /** Whether every record was handed on, as far as they were read here. */
    boolean read(CollectionFiles files, RelativeDates moments) {
        for (Source merge : files.merges()) {
            FileReport file = report.on(merge);
            FileReader.Sink next = atOnce(file, patches.from(merge, file));
            whole &= new FileReader(merge, file::add, moments, next).read();
        }
        Source base = files.base();
        if (base != null) {
            FileReport file = report.on(base);
            // Without merge files nothing stands between a record and where it goes.
            FileReader.Sink next = patches.isEmpty() ? sink : atOnce(file, entry -> take(base, entry));
            whole &= new FileReader(base, file::add, moments, next).read();
        }
        // What a patch means may have been in text that could not be read.
        return whole && takeNew();
    }

    private FileReader.Sink atOnce(FileReport file, Consumer<FileRecord> next) {
        return (most, unread) -> unread.get().forEach(entry -> {
            entry.findings().forEach(file::add);
            whole &= entry.whole();
            if (entry.tree() != null) {
                next.accept(entry);
            }
        });
    }

    Changes changes() {
        return new Changes(changed, added.count(), removed);
    }

    /** Where the record with this id is taken away; empty if it is not, as far as merge files say. */
    Optional<Explanation.Place> removal(String id) {
        List<Patch> all = patches.all().getOrDefault(id, List.of());
        return all.isEmpty() || !all.get(all.size() - 1).removes()
                ? Optional.empty()
                : Optional.of(place(all.get(all.size() - 1)));
    }

    private static Explanation.Place place(Patch patch) {
        Locator locator = new Locator(patch.source());
        locator.want(patch.location());
        locator.look();
        return Explanation.Place.of(patch.source(), locator.value(patch.location()));
    }

    private void take(Source base, FileRecord entry) {
        JsonNode tree = Objects.requireNonNull(entry.tree());
        last = entry.record();
        List<Patch> applying = patches.on(tree);
        if (applying.isEmpty()) {
            handOn(entry.record(), tree, entry.sound());
            return;
        }
        found.add(applying.get(0).id());
        MergedRecord below = MergedRecord.of(base, entry.record(), tree, entry.sound());
        MergedRecord merged = follow(below, applying);
        if (merged == below) {
            changed++;
            handOn(entry.record(), merged);
        } else {
            removed++;
            add(merged);
        }
    }

    private boolean takeNew() {
        patches.all().forEach((id, applying) -> {
            if (!found.contains(id)) {
                add(follow(null, applying));
            }
        });
        int expected = added.count();
        added.settle(ids.get()).forEach(merged -> handOn(++last, merged));
        return added.count() == expected;
    }

    /** What becomes of a record from layer to layer; null if in the end it is not there. */
    private @Nullable MergedRecord follow(@Nullable MergedRecord start, List<Patch> applying) {
        MergedRecord merged = start;
        for (Patch patch : applying) {
            if (patch.removes()) {
                if (merged == null) {
                    report.on(patch.source()).add(removesNothing(patch));
                }
                merged = null;
            } else {
                merged = merged == null ? MergedRecord.of(patch) : merged.with(patch);
            }
        }
        return merged;
    }

    private void add(@Nullable MergedRecord merged) {
        if (merged != null) {
            added.add(merged);
        }
    }

    private void handOn(int record, MergedRecord merged) {
        report.merged(record, merged.provenance());
        handOn(record, merged.finished(collection.check()), merged.isSound());
    }

    private void handOn(int record, JsonNode tree, boolean sound) {
        FileRecord entry = FileRecord.told(record, tree, sound);
        sink.accept(1, () -> List.of(entry));
    }

    private Finding removesNothing(Patch patch) {
        FileLocation location =
                collection.id() == null ? patch.location() : patch.location().child(collection.id());
        return Finding.of(location, "reference", "name a record of a layer below", MessageText.text(patch.id()))
                .suggesting(References.meant(patch.id(), ids.get()).orElse(null));
    }
}
