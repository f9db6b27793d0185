package dev.understudy.openapi.source;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Fault;
import java.util.List;

/** An OpenAPI file that cannot be kept as it stands: everything that is wrong with it, in the order of the file. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public ContractException(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
