package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.Map;

/** Refusals as RFC 9457 has them, where an operation documents no error that could say them. */
final class Problems {
    private Problems() {}

    /** For an operation that is not served as its document has it. */
    static Reply unkept(Refusal refusal) {
        String why = refusal.violations().get(0).got();
        return new ProblemReply(
                501, problem(501, refusal.reason(), refusal.operationId() + " cannot be mocked. " + why));
    }

    /** @param headers those that are documented for its status */
    static Reply of(Refusal refusal, Map<String, Object> headers) {
        return new ProblemReply(refusal.status(), body(Said.of(refusal)), headers);
    }

    /** The members of the problem, with an entry in {@code errors} for each violation. */
    static JsonNode body(Said said) {
        Refusal refusal = said.refusal();
        ObjectNode problem =
                problem(refusal.status(), refusal.reason(), said.sentences().get(0) + ".");
        if (said.violations().isEmpty()) {
            return problem;
        }
        ArrayNode errors = problem.putArray("errors");
        for (Violation violation : said.violations()) {
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

    /** For an answer that no value was found for. */
    static Reply unmade(Contract contract, Operation operation, Content content, String why) {
        String detail = operation.operationId() + " in " + contract.source() + " cannot be answered: no value was found"
                + " for its " + content.mediaType() + ", as " + why + ". Give it an example that keeps its schema.";
        return new ProblemReply(501, problem(501, "Not Implemented", detail));
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
