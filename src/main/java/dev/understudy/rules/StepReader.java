package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Expected;
import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a rule; a rule without steps is a single step. */
final class StepReader {
    private static final int TOO_MANY = 429;

    private final Operation operation;
    private final AnswerReader answers;
    private final EffectReader effects;
    private final Faults faults;

    /** @param made answers from the contract alone */
    StepReader(Contract contract, Operation operation, MockApi made, Faults faults) {
        this.operation = operation;
        this.answers = new AnswerReader(contract, operation, made, faults);
        this.effects = new EffectReader(faults);
        this.faults = faults;
    }

    List<Step> read(JsonNode rule, String at) {
        String limit = rule.has("limit") ? at + "/limit" : null;
        if (!rule.has("steps")) {
            return List.of(step(rule, at, limit, Step.ENDLESS));
        }
        var steps = new ArrayList<Step>();
        JsonNode list = rule.path("steps");
        for (int i = 0; i < list.size(); i++) {
            boolean last = i == list.size() - 1 && !rule.path("repeat").asBoolean();
            steps.add(step(list.get(i), at + "/steps/" + i, limit, last ? Step.ENDLESS : 1));
        }
        return steps;
    }

    /**
     * Reads a step.
     *
     * @param limit the pointer to the rule's limit, by default answered with 429; null for no limit
     * @param usual the number of calls if the step states none
     */
    private Step step(JsonNode value, String at, @Nullable String limit, long usual) {
        JsonNode said = value.path("answer");
        RuleAnswer answer = null;
        if (!said.isMissingNode()) {
            answer = answers.read(said, at + "/answer");
        } else if (limit != null && !value.has("effect")) {
            answer = tooMany(limit);
        }
        RuleEffect effect = effects.read(value.path("effect"), at + "/effect");
        return new Step(answer, effect, value.has("times") ? value.path("times").longValue() : usual);
    }

    private @Nullable RuleAnswer tooMany(String limit) {
        if (operation.answers().of(TOO_MANY).isEmpty()) {
            Expected expected =
                    Expected.be("beside an answer: " + operation.operationId() + " declares no " + TOO_MANY);
            faults.add(limit, "status", expected, "alone", "say answer: {status: …}, or declare " + TOO_MANY);
            return null;
        }
        return answers.read(JsonNodeFactory.instance.objectNode().put("status", TOO_MANY), limit);
    }
}
