package dev.understudy.cli;

import dev.understudy.api.Pointers;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas of a contract that can be printed by name: those of its components, and those of its answers. */
record NamedSchemas(Map<String, String> pointers) {
    static NamedSchemas of(Contract contract) {
        var pointers = new LinkedHashMap<String, String>();
        contract.lowered()
                .document()
                .root()
                .at("components")
                .at("schemas")
                .children()
                .forEach(schema -> pointers.put(schema.key(), Pointers.child("/components/schemas", schema.key())));
        contract.operations().forEach(operation -> operation
                .answers()
                .byStatus()
                .forEach((status, answer) -> answer.contents().stream()
                        .filter(content -> content.form() == Content.Form.JSON)
                        .flatMap(content -> content.schema().stream())
                        .findFirst()
                        .ifPresent(pointer -> pointers.putIfAbsent(operation.operationId() + "." + status, pointer))));
        return new NamedSchemas(pointers);
    }

    List<String> names() {
        return List.copyOf(pointers.keySet());
    }

    /** The JSON pointer of the schema of this name. */
    Optional<String> pointer(String name) {
        return Optional.ofNullable(pointers.get(name));
    }
}
