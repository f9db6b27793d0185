package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.MockApi;
import dev.understudy.api.Pointers;
import dev.understudy.api.Preference;
import dev.understudy.api.Release;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks in advance whether an answer keeps the contract. A change to other answers is tried on some answers of the
 * contract, and refused only if it breaks all of them, since each call is checked again later.
 *
 * @param given the answer as the rule has it
 * @param at the pointer to it in the rule
 */
record AnswerTrial(Operation operation, MockApi made, JsonNode given, String at) {
    /** How many generated answers are tried. */
    private static final int SAMPLES = 8;

    private static final String PATCH = "patch";
    private static final String REMEDY = "correct it, or say unchecked: true";

    void of(RuleAnswer answer, Faults faults) {
        if (!(answer.base() instanceof BaseAnswer.Same)) {
            Call call = call(null);
            broken(answer, call, null).ifPresent(violations -> {
                Release sample = answer.base().release(call, () -> {
                    throw new IllegalStateException("It is no change of another");
                });
                add(violations, misfit(answer, sample), faults);
            });
            return;
        }
        ChosenAnswer success = operation.success().orElseThrow();
        var declared = new BaseAnswer.Declared(answer.contract(), made, success.status(), null);
        List<Violation> first = List.of();
        Optional<UnfitOperation> unfit = Optional.empty();
        for (long seed = -1; seed < SAMPLES; seed++) {
            Call call = call(seed < 0 ? null : seed);
            Release sample = declared.release(call, () -> {
                throw new IllegalStateException("A declared answer is no change of another");
            });
            if (!(sample instanceof Response)) {
                // There is no answer to try it on.
                return;
            }
            Optional<List<Violation>> broken = broken(answer, call, sample);
            if (broken.isEmpty()) {
                return;
            }
            Optional<UnfitOperation> misfit = misfit(answer, sample);
            if (broken.get().get(0).keyword().equals(PATCH)
                    && misfit.filter(each -> each.isEverywhere(success.answer()))
                            .isEmpty()) {
                // A place that is missing in this answer may exist in others.
                return;
            }
            if (first.isEmpty()) {
                first = broken.get();
                unfit = misfit;
            }
        }
        add(first, unfit, faults);
    }

    private static Optional<UnfitOperation> misfit(RuleAnswer answer, Release sample) {
        return answer.patch() instanceof BodyPatch.Operations patch && sample instanceof Response response
                ? UnfitOperation.of(patch, response)
                : Optional.empty();
    }

    private static Optional<List<Violation>> broken(RuleAnswer answer, Call call, @Nullable Release otherwise) {
        Release release = answer.release(call, () -> Objects.requireNonNull(otherwise), "", Map.of());
        return release instanceof InvalidReply invalid
                ? Optional.of(invalid.refusal().violations())
                : Optional.empty();
    }

    /** A call without arguments: apart from random values, answers from the contract do not depend on them. */
    private Call call(@Nullable Long seed) {
        var preference = seed == null ? Preference.NONE : new Preference(null, null, true, seed);
        return new Call(operation.operationId(), Arguments.NONE, "", preference, Target.NONE, Pace.NONE, List.of(), "");
    }

    private void add(List<Violation> violations, Optional<UnfitOperation> misfit, Faults faults) {
        faults.addAll(violations.stream()
                .map(broken -> new Violation(
                                Place.BODY,
                                "",
                                misfit.map(each -> at + "/jsonPatch/" + each.index())
                                        .orElseGet(() -> place(broken)),
                                broken.keyword(),
                                broken.expected(),
                                got(broken))
                        .noting(
                                broken.help().note() == null
                                        ? REMEDY
                                        : broken.help().note()))
                .toList());
    }

    /** The pointer to the value in the rule that breaks the contract. */
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
        } else if (given.has(PATCH)) {
            return at + "/patch" + inPatch(broken);
        } else if (given.has("jsonPatch")) {
            return at + "/jsonPatch" + operation(broken.pointer());
        }
        return at + (given.has("base64") ? "/base64" : given.has("status") ? "/status" : "");
    }

    /** For a value that the patch does not contain, the pointer to the closest enclosing value. */
    private String inPatch(Violation broken) {
        JsonNode patch = given.path(PATCH);
        String pointer = broken.pointer();
        boolean lacks = !pointer.isEmpty()
                && broken.got().equals("missing")
                && patch.at(Pointers.parent(pointer)).isContainerNode();
        while (!lacks && patch.at(pointer).isMissingNode()) {
            pointer = Pointers.parent(pointer);
        }
        return pointer;
    }

    /** The pointer to the last operation that affects this place of the answer; empty if none does. */
    private String operation(String pointer) {
        JsonNode operations = given.path("jsonPatch");
        for (int i = operations.size() - 1; i >= 0; i--) {
            for (String key : List.of("path", "from")) {
                String path = operations.path(i).path(key).asText("-");
                if (isAround(path, pointer) || isAround(pointer, path)) {
                    return "/" + i;
                }
            }
        }
        return "";
    }

    private static boolean isAround(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    /** What was found, and where in the answer, if the pointer does not say so. */
    private String got(Violation broken) {
        return given.has("jsonPatch")
                        && broken.place() != Place.HEADER
                        && !broken.pointer().isEmpty()
                ? broken.got() + " at " + broken.pointer() + " of the answer"
                : broken.got();
    }
}
