package dev.understudy.contract.stream;

import dev.understudy.api.Violation;
import java.util.List;

/** An item of an answer that does not keep its schema, and is not sent. */
public final class BrokenItem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    BrokenItem(List<Violation> violations) {
        super("The mock broke its own contract, and the stream ends here: "
                + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    /** What it breaks, with its place in the list of items. */
    public List<Violation> violations() {
        return violations;
    }
}
