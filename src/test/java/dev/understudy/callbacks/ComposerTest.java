package dev.understudy.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.RequestParts;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.contract.form.FormBody;
import dev.understudy.openapi.Documents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a callback before it is sent. */
class ComposerTest {
    private static final OutgoingRequest LANDED = outgoing("{$request.body#/to}", "");
    private static final Composer COMPOSER = new Composer(new CallbackSettings(
            List.of(AllowedAddress.of("127.0.0.1:9000"), AllowedAddress.of("[::1]:9000")),
            null,
            Duration.ZERO,
            1,
            null));
    private static final RequestParts PARTS = new RequestParts(
            Map.of(),
            new TreeMap<>(Map.of("a", "1 2", "b", "3")),
            new FormBody.Written("application/json", "{}".getBytes(UTF_8)));

    private static OutgoingRequest outgoing(String address, String more) {
        Contract contract = Contract.brought(
                "kites",
                Documents.read(
                        "kites.yaml",
                        """
                        openapi: 3.1.1
                        info: {title: Kites, version: '1'}
                        paths:
                          /kites:
                            post:
                              responses: {'204': {description: D}}
                              callbacks: {landed: {'%s': {post: {%s responses: {'204': {description: D}}}}}}
                        """
                                .formatted(address, more)
                                .getBytes(UTF_8)));
        return contract.callbacks(contract.operations().get(0)).get(0);
    }

    private static String composed(OutgoingRequest outgoing, String to, Optional<RequestParts> parts) {
        var arguments = new Arguments.Builder()
                .body(JsonNodeFactory.instance.objectNode().put("to", to))
                .build();
        var call = new Call("kites", arguments, "");
        var exchanged = new ExpressionContext("", "POST", 204, Headers.NONE, null, arguments, Map.of(), null);
        Composer.Composed composed =
                COMPOSER.compose(outgoing, outgoing.address(), call, exchanged, "msg_1", 1, (a, b, c) -> parts);
        return composed instanceof Composer.Ready ready
                ? ready.request().url().toString()
                : ((Composer.Unsent) composed).why();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            http://127.0.0.1:9000              | http://127.0.0.1:9000/?a=1%202&b=3
            http://127.0.0.1:9000/in?b=4       | http://127.0.0.1:9000/in?b=4&a=1%202
            http://[::1]:9000/in               | http://[::1]:9000/in?a=1%202&b=3
            http://localhost:9000/in           | not sent: POST http://localhost:9000/in?a=1%202&b=3 with {}, as no option allows it; start with --allow-callback localhost:9000
            https://127.0.0.1/in               | not sent: POST https://127.0.0.1/in?a=1%202&b=3 with {}, as no option allows it; start with --allow-callback 127.0.0.1:443
            http://me:pass@127.0.0.1:9000/     | not sent, as "http://me:pass@127.0.0.1:9000/" is no address of http or https
            ftp://127.0.0.1:9000/              | not sent, as "ftp://127.0.0.1:9000/" is no address of http or https
            /in                                | not sent, as "/in" is no address of http or https
            http://127.0.0.1:9000/a b          | not sent, as "http://127.0.0.1:9000/a b" is no address of http or https""")
    void a_request_goes_only_to_an_address_that_was_allowed(String to, String came) {
        assertThat(composed(LANDED, to, Optional.of(PARTS))).isEqualTo(came);
    }

    @Test
    void a_request_that_cannot_be_made_is_not_sent_and_told() {
        assertThat(composed(LANDED, "http://127.0.0.1:9000", Optional.empty()))
                .isEqualTo("not sent, as no value was found for its body");
        assertThat(composed(outgoing("{$request.body#/other}", ""), "", Optional.of(PARTS)))
                .isEqualTo("not sent, as the call gives no value for $request.body#/other");
        assertThat(composed(
                        outgoing("{$request.body#/to}", "requestBody: {$ref: '#/components/requestBodies/None'},"),
                        "http://127.0.0.1:9000",
                        Optional.of(PARTS)))
                .startsWith("not sent: kites.yaml:")
                .contains("does not exist");
    }

    @Test
    void an_answer_that_is_not_documented_breaks_the_contract() {
        assertThat(LANDED.check(new Response(204, Map.of(), new byte[0]))).isEmpty();
        assertThat(LANDED.check(new Response(302, Map.of("Location", "/"), new byte[0])))
                .extracting(Violation::message)
                .containsExactly("reply must be one of the statuses 204, was status 302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:0", "localhost:65536", "http://localhost:80", "nobody.invalid:80", ""})
    void what_is_no_host_with_a_port_is_not_allowed(String text) {
        assertThatThrownBy(() -> AllowedAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was '" + text + "'");
    }
}
