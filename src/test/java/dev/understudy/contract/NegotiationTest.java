package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static final Contract CONTRACT = Samples.withBody("Thing: {type: object}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/json; charset=utf-8",
                "application/json;q=0.001",
                "text/*;q=1, */*;q=0.1",
                "*/*;q=0, application/json",
                "",
                "nonsense",
                "application/json;foo=\"a,b\\\"\", text/html",
                ", ,application/json"
            })
    void json_is_sent_to_whoever_takes_it(String accept) {
        assertThat(status(CONTRACT.admit(post("{}", "Content-Type: application/json", "Accept: " + accept))))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application/json;Q=0.000",
                "*/*, application/json;q=0",
                "application/*;q=0, */*",
                "application/xml, text/*"
            })
    void who_does_not_take_json_gets_nothing_else(String accept) {
        var refusal = CONTRACT.admit(post("{}", "Content-Type: application/json", "Accept: " + accept));
        assertThat(status(refusal)).isEqualTo(406);
        assertThat(messages(refusal))
                .containsExactly("header \"Accept\" must allow application/json, was \"" + accept + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/json;charset=utf8",
                "application/json;charset=UTF8",
                "application/json; charset=UTF_8",
                "application/json; charset='utf-8'",
                "application/json; charset = utf-8",
                "application/json; Charset=\"utf8\"",
                "application/json; charset=unicode-1-1-utf-8",
                "application/json; charset=\"\"",
                "application/json; charset=utf-8; boundary=x",
                "application/json; profile=\"https://a.test/b;c=d\"; v=1",
                "application/json; odata.metadata=minimal;IEEE754Compatible=false",
                "application/json;",
                "application/json ; foo=bar"
            })
    void a_body_is_read_when_it_says_that_it_is_json(String type) {
        assertThat(status(CONTRACT.admit(post("{}", "Content-Type: " + type)))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, be application/json",
        "application/x-www-form-urlencoded, be application/json",
        "application/jsonx, be application/json",
        "application/json; charset=latin1, be application/json in UTF-8",
        "application/json; charset=utf-16, be application/json in UTF-8",
        "application/json; charset=utf-8859, be application/json in UTF-8",
        "application/json; v=1; charset=windows-1252, be application/json in UTF-8",
        "nonsense, be application/json",
        "application/json;;=, be application/json"
    })
    void a_body_of_another_type_is_not_read(String type, String expected) {
        var refusal = CONTRACT.admit(post("{}", "Content-Type: " + type));
        assertThat(status(refusal)).isEqualTo(415);
        assertThat(messages(refusal))
                .containsExactly("header \"Content-Type\" must " + expected + ", was \"" + type + "\"");
    }

    @Test
    void a_body_without_a_type_is_not_read() {
        assertThat(messages(CONTRACT.admit(post("{}", "Accept: */*"))))
                .containsExactly("header \"Content-Type\" must be application/json, was missing");
    }

    @Test
    void a_body_in_a_coding_that_nobody_took_off_is_not_read() {
        assertThat(status(CONTRACT.admit(post("{}", "Content-Type: application/json", "Content-Encoding: br"))))
                .isEqualTo(415);
        assertThat(((Refusal) CONTRACT.admit(post("{}", "Content-Type: application/json", "Content-Encoding: br")))
                        .headers())
                .isEqualTo(Map.of("Accept-Encoding", "gzip"));
        assertThat(status(CONTRACT.admit(post("{}", "Content-Type: application/json", "Content-Encoding: identity"))))
                .isEqualTo(200);
    }

    @Test
    void no_body_needs_no_type() {
        assertThat(messages(CONTRACT.admit(post("", "Content-Type: text/plain"))))
                .containsExactly("body must be given, was missing");
    }

    @Test
    void what_is_wanted_back_is_looked_at_before_what_is_sent() {
        assertThat(status(CONTRACT.admit(post("{}", "Content-Type: text/plain", "Accept: text/plain"))))
                .isEqualTo(406);
    }
}
