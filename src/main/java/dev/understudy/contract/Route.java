package dev.understudy.contract;

import java.util.List;
import java.util.Map;

/** A path of a contract with its operations by method. */
public record Route(PathTemplate template, Map<String, Operation> operations) {
    /** Its methods, in the order of the contract. */
    public List<String> methods() {
        return List.copyOf(operations.keySet());
    }

    @Override
    public String toString() {
        return template.text();
    }
}
