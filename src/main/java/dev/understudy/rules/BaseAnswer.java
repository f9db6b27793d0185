package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.MockApi;
import dev.understudy.api.Preference;
import dev.understudy.api.ProblemReply;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Streamed;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer of a rule before its patch and header fields are applied. */
sealed interface BaseAnswer {
    /**
     * The response to a call, or an invalid reply.
     *
     * @param otherwise supplies the answer without the rule
     */
    Release release(Call call, Supplier<Release> otherwise);

    /** The answer that there would be without the rule. */
    record Same() implements BaseAnswer {
        @Override
        public Release release(Call call, Supplier<Release> otherwise) {
            return otherwise.get();
        }
    }

    /** A fixed response, whatever the contract says. */
    record Raw(Response response) implements BaseAnswer {
        @Override
        public Release release(Call call, Supplier<Release> otherwise) {
            return response;
        }
    }

    /**
     * A declared answer with the named example, or else with the first example, or else with a generated body.
     *
     * @param made answers from the contract alone, following the preference of a call
     */
    record Declared(Contract contract, MockApi made, int status, @Nullable String example) implements BaseAnswer {
        private static final State EMPTY = new State.Loading().state();

        @Override
        public Release release(Call call, Supplier<Release> otherwise) {
            Reply reply = reply(call);
            if (reply instanceof ProblemReply) {
                Expected expected = Expected.to("have a body that can be made");
                var violation = new Violation(Place.REPLY, "", "", "unmade", expected, "none")
                        .noting("give it a body or an example");
                return RuleAnswer.invalidReply(contract, call, List.of(violation), null);
            }
            return contract.release(call, reply);
        }

        /** The same answer with this body. */
        Release release(Call call, Object body, String mediaType) {
            return contract.release(call, new Given(status, body, mediaType, headers(reply(call))));
        }

        private Reply reply(Call call) {
            Preference own = call.preference();
            var preferred = new Preference(status, example, own.dynamic(), own.seed());
            var asked = new Call(
                    call.operationId(),
                    call.arguments(),
                    call.produces(),
                    preferred,
                    call.target(),
                    call.pace(),
                    List.of(),
                    call.consumes(),
                    call.seed(),
                    false);
            Reply reply = made.answer(asked, EMPTY).reply();
            return reply instanceof ProblemReply
                    ? reply
                    : new Given(reply.status(), reply.body(), reply.mediaType(), headers(reply));
        }

        /** Removes headers about preferences, as the client stated none. */
        private Map<String, Object> headers(Reply reply) {
            var headers = new HashMap<String, Object>(reply instanceof ProblemReply ? Map.of() : reply.headers());
            headers.remove("Preference-Applied");
            if (!contract.isBrought()) {
                headers.remove("Vary");
            }
            return headers;
        }
    }

    /** A declared answer with this body. */
    record Bodied(Declared declared, Content content, JsonNode body) implements BaseAnswer {
        @Override
        public Release release(Call call, Supplier<Release> otherwise) {
            return declared.release(call, written(), content.mediaType());
        }

        private Object written() {
            return switch (content.form()) {
                case JSON -> body;
                case TEXT -> body.asText();
                case ITEMS -> Streamed.of(body.valueStream().toList());
                case BINARY, FIELDS ->
                    body instanceof BinaryNode bytes
                            ? bytes.binaryValue()
                            : body.asText().getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    /** The reply with the values of a rule. */
    record Given(int status, @Nullable Object body, String mediaType, Map<String, Object> headers) implements Reply {}
}
