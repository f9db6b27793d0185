package dev.understudy.load;

import dev.understudy.api.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lies among the files of collections and is used by somebody else.
 *
 * @param files their names below a folder of fixtures, with slashes; those too that may be meant and are not there
 * @param faults what is wrong with them
 */
public record OtherFiles(Set<String> files, List<Fault> faults) {
    /** Nothing. */
    public static final OtherFiles NONE = new OtherFiles(Set.of(), List.of());

    public OtherFiles {
        files = Set.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** This, and other files with what is wrong with them. */
    public OtherFiles and(Set<String> more, List<Fault> wrong) {
        var all = new HashSet<>(files);
        all.addAll(more);
        var found = new ArrayList<>(faults);
        found.addAll(wrong);
        return new OtherFiles(all, found);
    }
}
