package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import java.util.stream.Collectors;

/** Why a generated value breaks its schemas. */
final class FailureReasons {
    private FailureReasons() {}

    /** As in {@code "abc" must be at most 2 characters long}. */
    static String broken(ValueGeneration generation, ValueConstraints constraints, JsonNode value) {
        return generation
                .schemas()
                .broken(constraints, value)
                .map(violation -> "%s must %s (%s%s)"
                        .formatted(
                                violation.got().isEmpty() ? MessageText.value(value) : violation.got(),
                                violation.expected().text(),
                                violation.keyword(),
                                violation.pointer().isEmpty() ? "" : " at " + violation.pointer()))
                .orElseGet(() -> MessageText.value(value) + " must not keep "
                        + constraints.none().stream().collect(Collectors.joining(", ")));
    }
}
