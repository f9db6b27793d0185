package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Pointers;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.Source;
import java.util.ArrayList;
import java.util.List;

/** Where the values of a record come from that several files made: first where it begins, then what changed it. */
final class Provenance {
    /**
     * What one file had to say.
     *
     * @param record see {@link dev.understudy.load.text.FileLocation}
     * @param changes nothing for the part that all the rest comes from
     */
    record Part(Source source, int record, JsonNode changes) {}

    private final List<Part> parts = new ArrayList<>();

    Provenance(Source source, int record) {
        parts.add(new Part(source, record, MissingNode.getInstance()));
    }

    void changedBy(Patch patch) {
        parts.add(new Part(patch.source(), patch.record(), patch.changes()));
    }

    /** The finding as it is told about the file that is to blame. */
    void tell(Finding finding, Report report) {
        String pointer = finding.location().pointer();
        Part part = finding.isMissing() ? ofMissing(pointer) : of(pointer);
        report.on(part.source()).addNext(finding.in(part.record()));
    }

    Part beginning() {
        return parts.get(0);
    }

    /** The part that set the value there, or took it away. */
    Part of(String pointer) {
        for (int i = parts.size() - 1; i > 0; i--) {
            if (says(parts.get(i).changes(), pointer)) {
                return parts.get(i);
            }
        }
        return parts.get(0);
    }

    /** The part that took the value away, or else the last that had to do with what it is missing in. */
    private Part ofMissing(String pointer) {
        Part part = of(pointer);
        return pointer.isEmpty() || part != parts.get(0)
                ? part
                : ofMissing(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /**
     * Objects are merged, so they say nothing about a key that they do not have; all else speaks for its inside too.
     */
    private static boolean says(JsonNode changes, String pointer) {
        JsonNode here = changes;
        String[] steps = pointer.split("/", -1);
        for (int i = 1; i < steps.length && here.isObject(); i++) {
            here = here.path(Pointers.unescaped(steps[i]));
        }
        return !here.isMissingNode();
    }
}
