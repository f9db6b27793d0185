package dev.understudy.mocks.anyspec.roles.schemas;

import dev.understudy.contract.Contract;
import java.util.HashMap;
import java.util.Map;

/** The schemas of a contract as they were looked at: many lists show the same things. One thread uses it. */
public final class SchemaViews {
    private final Contract contract;
    private final Map<String, SchemaView> known = new HashMap<>();

    public SchemaViews(Contract contract) {
        this.contract = contract;
    }

    /** The schema at this place; of the empty place, one that says nothing. */
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
