package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes refusals as RFC 9457 defines, for operations that document no suitable error. */
final class Problems {
    private static final int OUR_FAULT = 500;

    private Problems() {}

    /** The reply for an operation that is not served as its document says. */
    static Reply unkept(Refusal refusal) {
        String why = refusal.violations().get(0).got();
        return new ProblemReply(
                501,
                problem(501, refusal.reason(), refusal.operationId() + " cannot be mocked. " + why),
                Map.of(),
                refusal);
    }

    /** @param headers the documented headers for its status */
    static Reply of(Refusal refusal, Map<String, Object> headers) {
        return new ProblemReply(refusal.status(), body(ErrorTexts.of(refusal)), headers, failure(refusal));
    }

    /** The refusal, if the client did not cause it; otherwise null. */
    static @Nullable Refusal failure(Refusal refusal) {
        return refusal.status() >= OUR_FAULT ? refusal : null;
    }

    /** The members of the problem, with an entry in {@code errors} for each violation. */
    static JsonNode body(ErrorTexts texts) {
        Refusal refusal = texts.refusal();
        ObjectNode problem =
                problem(refusal.status(), refusal.reason(), texts.sentences().get(0) + ".");
        if (texts.violations().isEmpty()) {
            return problem;
        }
        ArrayNode errors = problem.putArray("errors");
        for (Violation violation : texts.violations()) {
            ObjectNode error = errors.addObject().put("detail", violation.demand());
            error.put("in", violation.place().word());
            if (!violation.name().isEmpty()) {
                error.put("name", violation.name());
            }
            if (!violation.pointer().isEmpty() || violation.place() == Place.BODY) {
                error.put("pointer", "#" + violation.pointer());
            }
        }
        return problem;
    }

    /** The reply for an answer without a value. */
    static Reply unmade(Contract contract, Operation operation, Content content, String why) {
        String detail = operation.operationId() + " in " + contract.source() + " cannot be answered: no value was found"
                + " for its " + content.mediaType() + ", as " + why + ". Give it an example that keeps its schema.";
        var violation = new Violation(Place.REPLY, "", "", "unmade", Expected.be("one that keeps its schema"), detail);
        var failure = new Refusal(501, contract.source(), operation.operationId(), List.of(violation), Map.of());
        return new ProblemReply(501, problem(501, failure.reason(), detail), Map.of(), failure);
    }

    private static ObjectNode problem(int status, String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
