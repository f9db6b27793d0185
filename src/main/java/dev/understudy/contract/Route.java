package dev.understudy.contract;

import java.util.List;
import java.util.Map;

/** A path of a contract with its operations by method. */
record Route(PathTemplate template, Map<String, Operation> operations) {
    List<String> methods() {
        return List.copyOf(operations.keySet());
    }
}
