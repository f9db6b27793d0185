package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Call;
import dev.understudy.api.Refusal;
import dev.understudy.contract.security.AccessToken;
import dev.understudy.openapi.Documents;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials of every kind that a contract of others may ask for. */
class SchemesTest {
    private static final Contract CONTRACT = Contract.brought(
            "harbour",
            Documents.read(
                    "harbour.yaml",
                    """
                    openapi: 3.1.0
                    info: {title: Harbour, version: '1'}
                    security: [{sid: [], crumb: []}, {key: []}]
                    paths:
                      /global: {get: &any {responses: {'204': {description: A}}}}
                      /optional: {get: {<<: *any, security: [{}, {key: []}]}}
                      /open: {get: {<<: *any, security: []}}
                      /bearer: {get: {<<: *any, security: [{bearer: [admin]}]}}
                      /basic: {get: {<<: *any, security: [{basic: []}]}}
                      /digest: {get: {<<: *any, security: [{digest: []}]}}
                      /hoba: {get: {<<: *any, security: [{hoba: []}]}}
                      /query: {get: {<<: *any, security: [{query: []}]}}
                      /oauth: {get: {<<: *any, security: [{oauth: [read, write]}]}}
                      /connect: {get: {<<: *any, security: [{connect: [email]}]}}
                      /either: {get: {<<: *any, security: [{oauth: [write]}, {key: []}]}}
                      /both: {get: {<<: *any, security: [{key: []}, {bearer: [], query: []}]}}
                      /spelled: {get: {<<: *any, security: [{oauth: ['a"b']}]}}
                    components:
                      securitySchemes:
                        bearer: {type: http, scheme: bearer}
                        basic: {type: http, scheme: basic}
                        digest: {type: http, scheme: DIGEST}
                        hoba: {type: http, scheme: HOBA}
                        key: {type: apiKey, in: header, name: X-Key}
                        query: {type: apiKey, in: query, name: key}
                        sid: {type: apiKey, in: cookie, name: sid}
                        crumb: {type: apiKey, in: cookie, name: crumb}
                        oauth: {type: oauth2, flows: {}}
                        connect: {type: openIdConnect, openIdConnectUrl: 'https://id.example'}
                    """
                            .getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/global | Cookie: sid=1; crumb=2",
                "/global | X-Key: k",
                "/optional | -",
                "/optional | X-Key:",
                "/open | -",
                "/bearer | Authorization: bearer t",
                "/basic | Authorization: Basic YTpi",
                "/digest | Authorization: Digest username=a",
                "/hoba | Authorization: hoba result=a",
                "/query?key=k | -",
                "/oauth | Authorization: Bearer of-another-server",
                "/either | X-Key: k",
                "/both?key=k | Authorization: Bearer t",
            })
    void credentials_of_the_right_form_pass(String path, String header) {
        assertThat(CONTRACT.admit(request(path, header))).isInstanceOf(Call.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/global | - | ApiKey | cookie sid, cookie crumb",
                "/global | Cookie: crumb=1 | ApiKey | cookie sid",
                "/global | Cookie: sid=; crumb=1 | ApiKey | cookie sid",
                "/global | Cookie: sid=1; crumb=2; sid=3 | ApiKey | cookie sid",
                "/global | X-Key: | ApiKey | cookie sid, cookie crumb",
                "/bearer | Authorization: Basic YTpi | Bearer | header Authorization",
                "/basic | Authorization: Basic | Basic realm=\"API\" | header Authorization",
                "/digest | - | Digest realm=\"API\", qop=\"auth\", nonce=\"understudy\" | header Authorization",
                "/hoba | Authorization: Bearer t | HOBA | header Authorization",
                "/query?key= | - | ApiKey | query key",
                "/query?key=a&key=b | - | ApiKey | query key",
                "/oauth | - | Bearer | header Authorization",
                "/either | - | Bearer, ApiKey | header Authorization",
                "/both | Authorization: Bearer t | ApiKey, Bearer | query key",
                "/both?key=k | - | ApiKey, Bearer | header Authorization",
            })
    void what_is_missing_is_named_for_the_alternative_of_which_most_is_there(
            String path, String header, String challenge, String missing) {
        var refusal = (Refusal) CONTRACT.admit(request(path, header));

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", challenge);
        assertThat(refusal.violations().stream()
                        .map(flaw -> flaw.place().word() + " " + flaw.name())
                        .toList())
                .containsExactlyElementsOf(Arrays.asList(missing.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/oauth | read | Bearer error=\"insufficient_scope\", scope=\"read write\" | the scopes read and write"
                        + ", was one with the scope read",
                "/oauth | - | Bearer error=\"insufficient_scope\", scope=\"read write\" | the scopes read and write"
                        + ", was one without any",
                "/connect | openid | Bearer error=\"insufficient_scope\", scope=\"email\" | the scope email"
                        + ", was one with the scope openid",
                "/either | read | Bearer error=\"insufficient_scope\", scope=\"write\" | the scope write"
                        + ", was one with the scope read",
                "/spelled | read | Bearer error=\"insufficient_scope\" | the scope a\"b, was one with the scope read",
            })
    void a_token_of_ours_without_a_scope_that_is_needed_is_forbidden(
            String path, String scope, String challenge, String message) {
        Set<String> scopes = scope == null ? Set.of() : Set.of(scope);
        var refusal = (Refusal) CONTRACT.admit(request(path, bearer(AccessToken.with(scopes))));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", challenge);
        assertThat(refusal.violations().get(0).message()).endsWith("must be a token with " + message);
    }

    @ParameterizedTest
    @CsvSource({"/oauth, read write more", "/oauth, *", "/connect, email", "/bearer, read", "/open, read"})
    void a_token_of_ours_with_all_scopes_that_are_needed_passes(String path, String scopes) {
        AccessToken token = scopes.equals("*") ? AccessToken.withAll() : AccessToken.with(Set.of(scopes.split(" ")));

        assertThat(CONTRACT.admit(request(path, bearer(token)))).isInstanceOf(Call.class);
    }

    private static String bearer(AccessToken token) {
        return "Authorization: Bearer " + token.text();
    }

    private static dev.understudy.api.Request request(String path, String header) {
        return header == null ? Requests.get(path) : Requests.get(path, header);
    }
}
