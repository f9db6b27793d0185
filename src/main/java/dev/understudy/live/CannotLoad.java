package dev.understudy.live;

import dev.understudy.api.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when contracts or fixtures have faults; the message lists all of them, one per line. */
public final class CannotLoad extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    CannotLoad(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, each with its place in its file. */
    public List<Fault> faults() {
        return faults;
    }
}
