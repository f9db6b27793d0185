package dev.understudy.mocks.anyspec.roles.corrections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds uses that {@code x-understudy} declares for two parameters of a list although only one may have them. */
public record ConflictingUses(Corrections corrections) {
    private static final Set<String> ALONE = Set.of("limit", "offset", "page", "after", "before", "direction");

    /** @param uses the uses of the list's parameters */
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
