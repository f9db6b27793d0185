package dev.understudy.contract;

import java.util.List;

/** What a contract says about a path. */
public sealed interface Match {
    /** The path is one of the contract's, with these methods, in the order of the contract. */
    record Here(String path, List<String> methods) implements Match {
        public Here {
            methods = List.copyOf(methods);
        }
    }

    /** The path is longer than this one of the contract's: a 404 that this API has to word. */
    record Below(String path) implements Match {}

    /** The path is nothing of this contract's. */
    record Elsewhere() implements Match {}
}
