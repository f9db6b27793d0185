package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import java.util.stream.Collectors;

/** Why a value was no good. */
final class Reasons {
    private Reasons() {}

    /** As in {@code "abc" must be at most 2 characters long}. */
    static String broken(Making making, Demand demand, JsonNode value) {
        return making.schemas()
                .broken(demand, value)
                .map(violation -> "%s must %s (%s%s)"
                        .formatted(
                                violation.got().isEmpty() ? MessageText.value(value) : violation.got(),
                                violation.expected().text(),
                                violation.keyword(),
                                violation.pointer().isEmpty() ? "" : " at " + violation.pointer()))
                .orElseGet(() -> MessageText.value(value) + " must not keep "
                        + demand.none().stream().collect(Collectors.joining(", ")));
    }
}
