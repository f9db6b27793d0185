package dev.understudy.e2e;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;

/** A contract in the judge's hands, whole, with what the judge must be helped with. */
record JudgesCopy(Contract contract, OpenApiInteractionValidator validator) {
    static JudgesCopy of(Contract contract) {
        ObjectNode document = (ObjectNode) Yaml.of(contract);
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                demandTokenOfEach((ObjectNode) operation, document);
                documentErrorsOfNoOperation((ObjectNode) operation);
                spellBrackets(operation);
            }
        }
        passTokensAsBearers(document);
        return new JudgesCopy(
                contract,
                OpenApiInteractionValidator.createForInlineApiSpecification(document.toString())
                        .build());
    }

    /** It reads {@code security} of operations only, not that of the document, which holds for all of them. */
    private static void demandTokenOfEach(ObjectNode operation, ObjectNode document) {
        if (!operation.has("security")) {
            operation.set("security", document.path("security"));
        }
    }

    /** It knows no OAuth 2.0; an access token travels as a bearer token (RFC 6750). */
    private static void passTokensAsBearers(ObjectNode document) {
        document.at("/components/securitySchemes").forEach(scheme -> {
            if (scheme.path("type").asText().equals("oauth2")) {
                ((ObjectNode) scheme).removeAll().put("type", "http").put("scheme", "bearer");
            }
        });
    }

    /** No operation can document that it was not reached: the answer is judged as one of the first operation. */
    private static void documentErrorsOfNoOperation(ObjectNode operation) {
        ObjectNode responses = (ObjectNode) operation.path("responses");
        responses.putObject("404").put("$ref", "#/components/responses/NotFound");
        responses.putObject("405").put("$ref", "#/components/responses/MethodNotAllowed");
    }

    /** It takes names of parameters for regular expressions; brackets are spelled as they are on the wire. */
    private static void spellBrackets(JsonNode operation) {
        for (JsonNode parameter : (ArrayNode) operation.withArray("parameters")) {
            if (parameter.has("name")) {
                ((ObjectNode) parameter)
                        .put("name", spelled(parameter.path("name").asText()));
            }
        }
    }

    static String spelled(String name) {
        return name.replace("[", "%5B").replace("]", "%5D");
    }

    ValidationReport judged(String path, String method, Response response) {
        Operation first = contract.operations().get(0);
        return response.getStatus() == 404 || response.getStatus() == 405
                ? validator.validateResponse(first.path(), Request.Method.valueOf(first.method()), response)
                : validator.validateResponse(path, Request.Method.valueOf(method), response);
    }
}
