package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MockApi;
import dev.understudy.contract.Answer;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the answer of a rule, as specs/control.yaml defines it ({@code RuleAnswer}). */
final class AnswerReader {
    static final String LIE = "declare it, or say unchecked: true";

    private static final List<String> BODIES = List.of("body", "base64", "patch", "jsonPatch");

    private final Contract contract;
    private final Operation operation;
    private final MockApi made;
    private final Faults faults;

    /** @param made answers from the contract alone */
    AnswerReader(Contract contract, Operation operation, MockApi made, Faults faults) {
        this.contract = contract;
        this.operation = operation;
        this.made = made;
        this.faults = faults;
    }

    /** The answer in this value; null, or an answer with faults, if something is wrong. */
    @Nullable
    RuleAnswer read(JsonNode value, String at) {
        var own = new Faults();
        boolean unchecked = value.path("unchecked").asBoolean();
        exclusive(value, at, own);
        Map<String, String> headers = HeaderReader.read(value.path("headers"), at + "/headers", unchecked, own);
        BodyPatch patch = PatchReader.read(value, at, own);
        Optional<BaseAnswer> base = own.any() ? Optional.empty() : base(value, at, unchecked, own);
        faults.addAll(own.all());
        if (own.any() || base.isEmpty()) {
            return null;
        }
        var answer = new RuleAnswer(contract, base.get(), patch, headers, unchecked);
        new AnswerTrial(operation, made, value, at).of(answer, faults);
        return answer;
    }

    private static void exclusive(JsonNode value, String at, Faults own) {
        List<String> given = BODIES.stream().filter(value::has).toList();
        if (given.size() > 1) {
            Expected expected = Expected.be("left out beside " + given.get(0));
            own.add(at + "/" + given.get(1), "answer", expected, value.path(given.get(1)), null);
        } else if (value.has("example") && (value.has("body") || value.has("base64"))) {
            Expected expected = Expected.be("left out beside " + given.get(0));
            own.add(at + "/example", "answer", expected, value.path("example"), null);
        }
    }

    private Optional<BaseAnswer> base(JsonNode value, String at, boolean unchecked, Faults own) {
        boolean named =
                Stream.of("status", "example", "body", "base64", "mediaType").anyMatch(value::has);
        boolean changes = Stream.of("patch", "jsonPatch", "headers").anyMatch(value::has);
        if (!named && changes) {
            if (value.has("patch") || value.has("jsonPatch")) {
                patchable(operation.success().map(ChosenAnswer::answer).orElse(null), at, own);
            }
            return Optional.of(new BaseAnswer.Same());
        }
        Integer status = value.has("status")
                ? Integer.valueOf(value.path("status").intValue())
                : operation.success().map(ChosenAnswer::status).orElse(null);
        Optional<Answer> answer =
                status == null ? Optional.empty() : operation.answers().of(status);
        if (status == null || (answer.isEmpty() && !unchecked)) {
            List<String> declared = List.copyOf(operation.answers().byStatus().keySet());
            Expected expected = Expected.be(
                    "a status that " + operation.operationId() + " declares: " + String.join(", ", declared));
            own.add(at + "/status", "status", expected, value.path("status"), LIE);
            return Optional.empty();
        } else if (unchecked && (answer.isEmpty() || value.has("body") || value.has("base64"))) {
            return GivenBody.raw(value, at, status, answer.orElse(null), own);
        }
        return declared(value, at, new ChosenAnswer(status, answer.orElseThrow()), own);
    }

    private Optional<BaseAnswer> declared(JsonNode value, String at, ChosenAnswer chosen, Faults own) {
        String example = value.has("example") ? value.path("example").asText() : null;
        if (example != null) {
            NamedExample.check(example, chosen.answer(), at + "/example", own);
        }
        if (value.has("patch") || value.has("jsonPatch")) {
            patchable(chosen.answer(), at, own);
        }
        var declared = new BaseAnswer.Declared(contract, made, chosen.status(), example);
        if (!value.has("body") && !value.has("base64")) {
            if (value.has("mediaType")) {
                Expected expected = Expected.be("left out where no body is given");
                own.add(at + "/mediaType", "answer", expected, value.path("mediaType"), null);
            }
            return Optional.of(declared);
        }
        return GivenBody.content(value, at, chosen.answer(), own)
                .flatMap(content -> GivenBody.value(value, at, content, own)
                        .map(body -> new BaseAnswer.Bodied(declared, content, body)));
    }

    private static void patchable(@Nullable Answer answer, String at, Faults own) {
        boolean json = answer != null
                && answer.contents().stream()
                        .anyMatch(content -> content.form() == Content.Form.JSON && content.xml() == null);
        if (!json) {
            Expected expected = Expected.be("for an answer that is JSON");
            own.add(at, "patch", expected, "for one that is not", "give a body in its place");
        }
    }
}
