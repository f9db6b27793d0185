package dev.understudy.road;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toCollection;

import dev.understudy.api.Spelling;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import dev.understudy.contract.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The paths of all contracts together. */
public final class Routes {
    private static final int SHOWN = 3;

    private final List<Contract> contracts;

    /** The paths of these contracts. */
    public Routes(List<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    /** The methods that this path has in any contract; none if it is in no contract. {@code *} is all paths. */
    Set<String> methods(String path) {
        if (path.equals("*")) {
            return contracts.stream()
                    .flatMap(contract -> contract.operations().stream())
                    .map(Operation::method)
                    .collect(toCollection(LinkedHashSet::new));
        }
        var methods = new LinkedHashSet<String>();
        here(path).forEach(contract -> methods.addAll(methodsOf(contract, path)));
        return methods;
    }

    /** The contract that has to answer: one that has the path with this method, or the path, or something above it. */
    Optional<Contract> owner(String method, String path) {
        return here(path)
                .filter(contract -> methodsOf(contract, path).contains(method))
                .findFirst()
                .or(() -> here(path).findFirst())
                .or(() -> contracts.stream()
                        .filter(contract -> contract.match(path) instanceof Match.Below)
                        .findFirst());
    }

    /** The operations whose paths are the fewest edits away, as in {@code GET /api/work-tasks}. */
    List<String> nearest(String path) {
        return contracts.stream()
                .flatMap(contract -> contract.operations().stream())
                .sorted(comparingInt(operation -> Spelling.distance(path, filled(operation, path))))
                .limit(SHOWN)
                .map(Operation::toString)
                .toList();
    }

    private Stream<Contract> here(String path) {
        return contracts.stream().filter(contract -> contract.match(path) instanceof Match.Here);
    }

    private static List<String> methodsOf(Contract contract, String path) {
        return contract.match(path) instanceof Match.Here here ? here.methods() : List.of();
    }

    /** The operation's path with the values that this path has in the places of its parameters. */
    private static String filled(Operation operation, String path) {
        String[] template = operation.path().split("/", -1);
        String[] actual = path.split("/", -1);
        for (int i = 0; i < Math.min(template.length, actual.length); i++) {
            if (template[i].startsWith("{")) {
                template[i] = actual[i];
            }
        }
        return String.join("/", template);
    }
}
