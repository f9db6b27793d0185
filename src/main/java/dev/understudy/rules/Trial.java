package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.MockApi;
import dev.understudy.api.Objection;
import dev.understudy.api.Pointers;
import dev.understudy.api.Preference;
import dev.understudy.api.Release;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out before any call whether an answer keeps the contract. What is a change of other answers is tried on some of
 * those that the contract has; it is refused if it breaks all of them, as each call is checked again.
 *
 * @param given the answer as it was given
 * @param at its pointer in the rule
 */
record Trial(Operation operation, MockApi made, JsonNode given, String at) {
    /** How many answers of a schema are tried. */
    private static final int SAMPLES = 8;

    private static final String REMEDY = "mend it, or say unchecked: true";

    void of(RuleAnswer answer, Faults faults) {
        if (!(answer.basis() instanceof Basis.Same)) {
            broken(answer, call(null), null).ifPresent(violations -> add(violations, faults));
            return;
        }
        int status = operation.success().orElseThrow().status();
        var declared = new Basis.Declared(answer.contract(), made, status, null);
        List<Violation> first = List.of();
        for (long seed = -1; seed < SAMPLES; seed++) {
            Call call = call(seed < 0 ? null : seed);
            Release sample = declared.release(call, () -> {
                throw new IllegalStateException("A declared answer is no change of another");
            });
            if (!(sample instanceof Response)) {
                // There is nothing to try it on.
                return;
            }
            Optional<List<Violation>> broken = broken(answer, call, sample);
            if (broken.isEmpty() || broken.get().get(0).keyword().equals("patch")) {
                // A place that this answer does not have may be there in others.
                return;
            }
            first = first.isEmpty() ? broken.get() : first;
        }
        add(first, faults);
    }

    private static Optional<List<Violation>> broken(RuleAnswer answer, Call call, @Nullable Release otherwise) {
        Release release = answer.release(call, () -> Objects.requireNonNull(otherwise), "", Map.of());
        return release instanceof Objection objection
                ? Optional.of(objection.refusal().violations())
                : Optional.empty();
    }

    /** One without arguments; the answers of a contract do not depend on them, but for what they draw. */
    private Call call(@Nullable Long seed) {
        var preference = seed == null ? Preference.NONE : new Preference(null, null, true, seed);
        return new Call(operation.operationId(), Arguments.NONE, "", preference, Target.NONE, Pace.NONE, List.of(), "");
    }

    private void add(List<Violation> violations, Faults faults) {
        faults.addAll(violations.stream()
                .map(broken -> new Violation(
                                Place.BODY, "", place(broken), broken.keyword(), broken.expected(), broken.got())
                        .noting(
                                broken.help().note() == null
                                        ? REMEDY
                                        : broken.help().note()))
                .toList());
    }

    /** The value of the rule that makes the answer break the contract. */
    private String place(Violation broken) {
        if (broken.place() == Place.HEADER) {
            for (String name : (Iterable<String>) given.path("headers")::fieldNames) {
                if (name.equalsIgnoreCase(broken.name())) {
                    return Pointers.child(at + "/headers", name);
                }
            }
            return at + "/headers";
        } else if (given.has("body")) {
            return at + "/body" + broken.pointer();
        } else if (given.has("patch")) {
            String pointer = broken.pointer();
            while (given.path("patch").at(pointer).isMissingNode()) {
                pointer = Pointers.parent(pointer);
            }
            return at + "/patch" + pointer;
        }
        return at
                + (given.has("jsonPatch")
                        ? "/jsonPatch"
                        : given.has("base64") ? "/base64" : given.has("status") ? "/status" : "");
    }
}
