package dev.understudy.mocks.anyspec.roles.corrections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds what {@code x-understudy} says of two parameters of a list, and only one can be. */
public record ConflictingUses(Corrections corrections) {
    private static final Set<String> ALONE = Set.of("limit", "offset", "page", "after", "before", "direction");

    /** @param uses what the parameters of the list do */
    public void check(Correction said, Map<String, ParameterUse> uses) {
        var first = new HashMap<String, String>();
        said.entry("parameters").ifPresent(entry -> {
            for (Map.Entry<String, JsonNode> parameter : entry.value().properties()) {
                String does = parameter.getValue().path("does").asText("");
                String before = ALONE.contains(does) && uses.containsKey(parameter.getKey())
                        ? first.putIfAbsent(does, parameter.getKey())
                        : null;
                if (before != null) {
                    corrections.mistake(
                            Pointers.child(entry.pointer(), parameter.getKey()),
                            "only one parameter can be " + does + ", and " + before + " is",
                            "say nothing, or another word, of one of them");
                }
            }
        });
    }
}
