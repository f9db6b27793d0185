package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static final Contract CONTRACT = Samples.contract(
            """
            security: [{token: []}]
            paths:
              /closed: {get: {operationId: closed, responses: {'200': {description: A}}, parameters: [
                {name: n, in: query, required: true, schema: {type: integer}}]}}
              /open: {get: {operationId: open, security: [], responses: {'200': {description: A}}}}
              /optional: {get: {operationId: optional, security: [{token: []}, {}], responses: {'200': {description: A}}}}
              /either: {get: {operationId: either, security: [{oauth: [read]}, {key: []}], responses: {'200': {description: A}}}}
              /both: {get: {operationId: both, security: [{connect: [], query: []}], responses: {'200': {description: A}}}}
              /key: {get: {operationId: key, security: [{key: []}], responses: {'200': {description: A}}}}
            components:
              securitySchemes:
                token: {type: http, scheme: Bearer}
                oauth: {type: oauth2, flows: {}}
                connect: {type: openIdConnect, openIdConnectUrl: 'https://id.example'}
                key: {type: apiKey, in: header, name: X-Key}
                query: {type: apiKey, in: query, name: key}
            """);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "bearer x", "BEARER   a.b.c=="})
    void any_bearer_token_passes(String credentials) {
        assertThat(status(CONTRACT.admit(get("/closed?n=1", "Authorization: " + credentials))))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer, without a token",
        "'Bearer  ', without a token",
        "Basic eDp5, of another scheme",
        "Bearerx, of another scheme",
        "'', empty"
    })
    void other_credentials_are_refused_without_repeating_them(String credentials, String got) {
        assertThat(messages(CONTRACT.admit(get("/closed?n=1", "Authorization:" + credentials))))
                .containsExactly("header \"Authorization\" must be \"Bearer\" and a token, was " + got);
    }

    @Test
    void a_request_without_credentials_is_challenged() {
        var refusal = (Refusal) CONTRACT.admit(get("/closed?n=1"));
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.where()).isEqualTo("closed in specs/sample/things.yaml");
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(messages(refusal))
                .containsExactly("header \"Authorization\" must be \"Bearer\" and a token, was missing");
    }

    @Test
    void two_authorizations_are_one_too_many() {
        assertThat(status(CONTRACT.admit(get("/closed?n=1", "Authorization: Bearer a", "authorization: Bearer b"))))
                .isEqualTo(401);
    }

    @Test
    void who_may_not_call_is_not_told_what_else_is_wrong() {
        assertThat(status(CONTRACT.admit(get("/closed?n=x", "Accept: text/html"))))
                .isEqualTo(401);
    }

    @Test
    void an_operation_can_be_open_or_leave_the_choice() {
        assertThat(status(CONTRACT.admit(get("/open")))).isEqualTo(200);
        assertThat(status(CONTRACT.admit(get("/optional")))).isEqualTo(200);
    }

    @Test
    void one_of_several_alternatives_is_enough() {
        assertThat(status(CONTRACT.admit(get("/either", "X-Key: k")))).isEqualTo(200);
        assertThat(status(CONTRACT.admit(get("/either", "Authorization: Bearer t"))))
                .isEqualTo(200);
        assertThat(((Refusal) CONTRACT.admit(get("/either"))).headers())
                .containsEntry("WWW-Authenticate", "Bearer, ApiKey");
    }

    @Test
    void all_schemes_of_an_alternative_are_needed() {
        assertThat(status(CONTRACT.admit(get("/both?key=k", "Authorization: Bearer t"))))
                .isEqualTo(200);
        assertThat(messages(CONTRACT.admit(get("/both", "Authorization: Bearer t"))))
                .containsExactly("query \"key\" must be an API key, was missing");
    }

    @Test
    void an_empty_key_is_no_key() {
        assertThat(messages(CONTRACT.admit(get("/key", "X-Key: "))))
                .containsExactly("header \"X-Key\" must be an API key, was empty");
    }

    @Test
    void security_can_be_turned_off() {
        assertThat(status(CONTRACT.withoutSecurity().admit(get("/closed?n=1")))).isEqualTo(200);
        assertThat(status(CONTRACT.admit(get("/closed?n=1")))).isEqualTo(401);
    }
}
