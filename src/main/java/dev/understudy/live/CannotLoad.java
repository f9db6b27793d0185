package dev.understudy.live;

import dev.understudy.api.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** Contracts or fixtures are broken; the message has all that is wrong with them, a line for each. */
public final class CannotLoad extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    CannotLoad(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, each with its place in its file. */
    public List<Fault> faults() {
        return faults;
    }
}
