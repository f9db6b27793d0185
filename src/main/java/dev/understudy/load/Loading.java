package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Binder;
import dev.understudy.api.Binding;
import dev.understudy.api.MessageText;
import dev.understudy.api.UnrepresentableValue;
import dev.understudy.kept.Sharing;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.FileRecord;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.RelativeDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one collection: each record is read, judged, bound to its type, and its tree dropped, all on one core,
 * while other cores do the same with other records.
 */
final class Loading<T> {
    private final Collection collection;
    private final Report report;
    private final Keys keys;
    private final RecordRules rules;
    private final @Nullable Binder<T> binder;
    private final @Nullable Sharing sharing;
    private final ParallelWork<Supplier<List<FileRecord>>, List<Judged<T>>> judging =
            new ParallelWork<>(this::judged, judged -> judged.forEach(this::keep));
    private final List<T> records = new ArrayList<>();
    private boolean whole = true;
    private int count;

    private Loading(
            Collection collection, CollectionFiles files, @Nullable Binder<T> binder, @Nullable Sharing sharing) {
        this.collection = collection;
        // What is wrong with the text of a record is told behind what is wrong with those before it.
        this.report = new Report(files, judging::finish);
        this.keys = new Keys(collection);
        this.rules = new RecordRules(collection);
        this.binder = binder;
        this.sharing = sharing;
    }

    /** Reads the files; with no binder or no sharing, records are checked and not kept. */
    static <T> Loaded<T> read(
            Collection collection,
            CollectionFiles files,
            @Nullable Binder<T> binder,
            @Nullable Sharing sharing,
            Instant now) {
        return new Loading<>(collection, files, binder, sharing).read(files, now);
    }

    private Loaded<T> read(CollectionFiles files, Instant now) {
        Merging merging = new Merging(collection, report, judging::add, this::ids);
        var moments = new RelativeDates(collection.moments(), now);
        boolean read = merging.read(files, moments);
        judging.finish();
        Origin origin = new Origin(collection.path(), files.layers(), count, merging.changes());
        return new Loaded<>(
                collection,
                List.copyOf(records),
                keys,
                read && whole,
                report,
                merging::removal,
                origin,
                moments.isUsed());
    }

    private Set<String> ids() {
        judging.finish();
        return keys.ids();
    }

    /** On any thread, and in any order. */
    private List<Judged<T>> judged(Supplier<List<FileRecord>> unread) {
        return unread.get().stream().map(this::judged).toList();
    }

    private Judged<T> judged(FileRecord entry) {
        JsonNode tree = entry.tree();
        if (tree == null) {
            return new Judged<>(entry.findings(), entry.whole(), null, List.of(), null);
        }
        var findings = new ArrayList<Finding>();
        rules.check(entry.record(), tree, findings::add);
        T bound = null;
        if (entry.sound() && findings.isEmpty() && binder != null) {
            bound = bound(binder, entry.record(), tree, findings::add);
        }
        return new Judged<>(entry.findings(), entry.whole(), keys.named(entry.record(), tree), findings, bound);
    }

    /** On the thread that reads, in the order of the file. */
    private void keep(Judged<T> judged) {
        judged.text().forEach(report::addText);
        whole &= judged.whole();
        if (judged.named() == null) {
            return;
        }
        count++;
        int before = report.count();
        judged.findings().forEach(report::add);
        keys.note(judged.named(), report);
        if (report.count() == before && judged.bound() != null && sharing != null) {
            records.add(judged.bound());
        }
    }

    private @Nullable T bound(Binder<T> to, int record, JsonNode tree, Consumer<Finding> found) {
        try {
            return to.bind(tree, sharing == null ? Binding.PLAIN : sharing.of(record));
        } catch (UnrepresentableValue e) {
            String got = MessageText.value(tree.at(e.pointer()));
            FileLocation location = new FileLocation(record, e.pointer());
            found.accept(Finding.of(location, "type", "be a value that this server can hold", got));
            return null;
        }
    }

    /**
     * What is left of a record when its tree is dropped.
     *
     * @param text what is wrong with its text
     * @param named null if it is no record
     * @param findings what it breaks
     * @param bound null if it is not to be kept
     */
    private record Judged<T>(
            List<Finding> text, boolean whole, Keys.@Nullable Named named, List<Finding> findings, @Nullable T bound) {}
}
