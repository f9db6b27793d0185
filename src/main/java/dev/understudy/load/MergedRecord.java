package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Violation;
import dev.understudy.load.text.Source;
import java.util.List;
import java.util.function.Function;

/** A record on its way through the layers. */
final class MergedRecord {
    private final ObjectNode tree;
    private final MergePatch merge;
    private final Provenance provenance;
    private final int order;
    private boolean sound;

    private MergedRecord(ObjectNode tree, Provenance provenance, int order, boolean sound) {
        this.tree = tree;
        this.merge = new MergePatch(tree);
        this.provenance = provenance;
        this.order = order;
        this.sound = sound;
    }

    /** A record of the file that holds the collection whole. */
    static MergedRecord of(Source base, int record, JsonNode tree, boolean sound) {
        // Parts of the tree may stand in other records too.
        return new MergedRecord((ObjectNode) tree.deepCopy(), new Provenance(base, record), -1, sound);
    }

    /** A record that begins in a merge file. */
    static MergedRecord of(Patch patch) {
        var provenance = new Provenance(patch.source(), patch.record());
        return new MergedRecord(patch.bare().deepCopy(), provenance, patch.order(), patch.sound()).with(patch);
    }

    MergedRecord with(Patch patch) {
        merge.apply(patch.changes());
        provenance.changedBy(patch);
        sound &= patch.sound();
        return this;
    }

    /** The record as all layers together have it. */
    JsonNode finished(Function<JsonNode, List<Violation>> check) {
        merge.removeNulls(check);
        return tree;
    }

    Provenance provenance() {
        return provenance;
    }

    /** Of two that begin in merge files, the earlier one has the lower. */
    int order() {
        return order;
    }

    /** Whether nothing was wrong with the text of any part. */
    boolean isSound() {
        return sound;
    }
}
