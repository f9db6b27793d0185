package dev.understudy.contract;

import dev.understudy.contract.text.PathTemplate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A path of a contract with its operations by method. */
public record Route(PathTemplate template, Map<String, Operation> operations) {
    /** The operation of this method; HEAD, unless it has its own, is GET without content (RFC 9110 section 9.3.2). */
    Optional<Operation> operation(String method) {
        Operation operation = operations.get(method);
        return Optional.ofNullable(operation == null && method.equals("HEAD") ? operations.get("GET") : operation);
    }

    /** The methods that are answered: its own, and HEAD behind GET. */
    Set<String> answered() {
        var methods = new LinkedHashSet<String>();
        for (String method : operations.keySet()) {
            methods.add(method);
            if (method.equals("GET")) {
                methods.add("HEAD");
            }
        }
        return methods;
    }

    /** The same path with other operations in the place of its own. */
    Route with(Map<Operation, Operation> others) {
        var operated = new LinkedHashMap<>(operations);
        operated.replaceAll((method, operation) -> others.getOrDefault(operation, operation));
        return new Route(template, operated);
    }

    /** Its methods, in the order of the contract. */
    public List<String> methods() {
        return List.copyOf(operations.keySet());
    }

    @Override
    public String toString() {
        return template.text();
    }
}
