package dev.understudy.rules;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.patch.PatchFailure;
import dev.understudy.contract.Contract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a rule.
 *
 * @param patch changes the body of a successful answer; null for none
 * @param headers header fields to add or replace
 * @param unchecked whether it may break the contract
 */
record RuleAnswer(
        Contract contract, BaseAnswer base, @Nullable BodyPatch patch, Map<String, String> headers, boolean unchecked) {
    /** The header that marks an answer that may break the contract; its value is the rule's id. */
    static final String UNCHECKED = "Understudy-Unchecked";

    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    RuleAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * The response to a call, or an invalid reply.
     *
     * @param otherwise supplies the answer without the rule
     * @param id the rule's id
     * @param more additional header fields
     */
    Release release(Call call, Supplier<Release> otherwise, String id, Map<String, String> more) {
        Release release = base.release(call, otherwise);
        if (!(release instanceof Response response)) {
            return release;
        }
        boolean error = base instanceof BaseAnswer.Same && response.status() / HUNDRED != SUCCESS;
        if (error) {
            // The rule is not meant for this answer, which reports an error.
            return response;
        }
        Release patched = patch == null ? response : patched(call, response, patch);
        if (!(patched instanceof Response whole)) {
            return patched;
        }
        var fields = new HashMap<>(whole.headers());
        put(fields, headers);
        put(fields, more);
        if (unchecked) {
            put(fields, Map.of(UNCHECKED, id));
        }
        var answer = new Response(whole.status(), fields, whole.body());
        List<Violation> broken = unchecked ? List.of() : contract.check(call.operationId(), answer);
        return broken.isEmpty() ? answer : invalidReply(contract, call, broken, answer);
    }

    private Release patched(Call call, Response response, BodyPatch how) {
        String type = response.headers().getOrDefault("Content-Type", "");
        if (!type.contains("json") || response.body().isEmpty()) {
            return unfit(call, "the answer is not JSON");
        }
        try {
            JsonNode changed = how.applied(Json.readBack(response.bytes()));
            return new Response(response.status(), response.headers(), Json.write(changed));
        } catch (PatchFailure e) {
            return unfit(call, "operation " + e.index() + ": " + e.getMessage());
        } catch (MalformedJson e) {
            return unfit(call, String.valueOf(e.getMessage()));
        }
    }

    private Release unfit(Call call, String why) {
        Expected expected = Expected.to("be one that the patch of the rule fits");
        var violation = new Violation(Place.REPLY, "", "", "patch", expected, "another: " + why);
        return invalidReply(contract, call, List.of(violation), null);
    }

    private static void put(Map<String, String> fields, Map<String, String> more) {
        more.forEach((name, value) -> {
            fields.keySet().removeIf(name::equalsIgnoreCase);
            fields.put(name, value);
        });
    }

    static InvalidReply invalidReply(
            Contract contract, Call call, List<Violation> violations, @Nullable Response answer) {
        String clauses = violations.stream().map(Violation::message).collect(joining("; "));
        String sentence =
                "A rule broke the contract: " + call.operationId() + " in " + contract.source() + ": " + clauses;
        var refusal = new Refusal(500, contract.source(), call.operationId(), violations, Map.of());
        return new InvalidReply(refusal, sentence, answer);
    }
}
