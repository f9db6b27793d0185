package dev.understudy.contract;

import dev.understudy.contract.text.PathTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a path leads. */
public sealed interface Match {
    /**
     * To a path of a contract, whatever the method.
     *
     * @param segments the raw segments that fill its parameters
     */
    record Here(Contract contract, Route route, Map<String, String> segments) implements Match {
        /** The operation of this method; empty if the path has none. */
        public Optional<Operation> operation(String method) {
            return route.operation(method);
        }

        /** The methods of the path, in the order of the contract. */
        public List<String> methods() {
            return route.methods();
        }
    }

    /** To a path of a contract at which the query decides, and decides on none of these; a 404, too. */
    record Undecided(Contract contract, List<PathTemplate> templates) implements Match {}

    /** Beyond this path of a contract: a 404 that its API has to word. */
    record Below(Contract contract, String path) implements Match {}

    /** To these contracts, each of which is served at hosts of its own; this one is not among them. */
    record OtherHost(List<Contract> contracts) implements Match {
        public OtherHost {
            contracts = List.copyOf(contracts);
        }
    }

    /** To no contract. */
    record Nowhere() implements Match {}
}
