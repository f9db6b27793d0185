package dev.understudy.mocks.anyspec.roles.schemas;

import dev.understudy.contract.Contract;
import java.util.HashMap;
import java.util.Map;

/** Caches views of the schemas of a contract, since many lists show the same things. Use it from one thread. */
public final class SchemaViews {
    private final Contract contract;
    private final Map<String, SchemaView> known = new HashMap<>();

    public SchemaViews(Contract contract) {
        this.contract = contract;
    }

    /** The schema at this place; an empty place gives a schema without constraints. */
    public SchemaView at(String pointer) {
        String place = pointer;
        while (contract.schema(place).size() == 1 && contract.schema(place).has("$ref")) {
            String target = contract.target(contract.schema(place).path("$ref").asText())
                    .orElse(place);
            if (target.equals(place) || target.equals(pointer)) {
                break;
            }
            place = target;
        }
        SchemaView view = known.get(place);
        if (view == null) {
            view = SchemaView.of(contract, place);
            known.put(place, view);
        }
        return view;
    }
}
