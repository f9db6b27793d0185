package dev.understudy.control.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.http.Wire;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens for whoever asks, as RFC 6749 has them. */
@Timeout(60)
class TokenPageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HARBOUR =
            """
            openapi: 3.0.4
            info: {title: Harbour, version: '1'}
            servers: [{url: 'https://api.harbour.example/v1'}]
            paths:
              /kites:
                get:
                  security: [{oauth: [read]}]
                  responses:
                    '204': {description: A}
                    '403':
                      description: B
                      content: {application/json: {schema: {type: object, required: [why], properties: {why: {type: string}}}}}
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows:
                    password: {tokenUrl: 'https://id.harbour.example', scopes: {read: R, write: W}}
                    clientCredentials: {tokenUrl: 'https://id.harbour.example', refreshUrl: 'https://id.harbour.example', scopes: {}}
                    authorizationCode: {authorizationUrl: 'https://id.harbour.example', tokenUrl: 'https://id.harbour.example', scopes: {}}
            """;

    private static Running mock;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path document = Files.writeString(folder.resolve("harbour.yaml"), HARBOUR);
        mock = Understudy.start(Settings.DEFAULT.withBrought(Brought.of(document)));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=client_credentials&client_id=a&client_secret=b | read write | false",
                "grant_type=client_credentials&client_id=a&client_secret=b&scope=read | read | false",
                "grant_type=client_credentials&client_id=a&client_secret=b&scope=write+read+write | write read | false",
                "grant_type=client_credentials&client_id=a&client_assertion=b&scope= | read write | false",
                "grant_type=password&username=a&password=b&unknown=c | read write | true",
                "grant_type=password&username=a&password=%C3%A9&scope=read&client_id=a | read | true",
            })
    void whoever_asks_gets_a_token_for_the_scopes_that_are_asked_for(String form, String scope, boolean renewable)
            throws Exception {
        HttpResponse<String> answer = ask(form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode token = Json.mapper().readTree(answer.body());
        assertThat(token.path("token_type").textValue()).isEqualTo("Bearer");
        assertThat(token.path("scope").textValue().split(" ")).containsExactlyInAnyOrder(scope.split(" "));
        assertThat(token.has("refresh_token")).isEqualTo(renewable);
        assertThat(ask(form).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400 | invalid_request | grant_type must be given",
                "grant_type= | 400 | invalid_request | grant_type must be given",
                "grant_type=implicit | 400 | unsupported_grant_type | refresh_token, was 'implicit'",
                "grant_type=password&grant_type=password | 400 | invalid_request | must be given once",
                "grant_type=%zz | 400 | invalid_request | must be percent-encoded UTF-8",
                "grant_type=client_credentials | 401 | invalid_client | client_id and client_secret must be given",
                "grant_type=client_credentials&client_id=a | 401 | invalid_client | client_id and client_secret",
                "grant_type=client_credentials&client_secret=b&scope=raed | 400 | invalid_scope | did you mean read?",
                "grant_type=client_credentials&client_secret=b&scope=%22%0A | 400 | invalid_scope | there are read and write",
                "grant_type=password&username=a | 400 | invalid_request | username and password must be given",
                "grant_type=refresh_token | 400 | invalid_request | refresh_token must be given",
                "grant_type=refresh_token&refresh_token=understudy-access.~ | 400 | invalid_grant | from here",
                "grant_type=refresh_token&refresh_token=understudy-refresh.%C3%A9 | 400 | invalid_grant | from here",
            })
    void what_is_wrong_is_told_in_the_words_of_the_standard(String form, int status, String error, String description)
            throws Exception {
        HttpResponse<String> answer = ask(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
        JsonNode body = Json.mapper().readTree(answer.body());
        assertThat(body.path("error").textValue()).isEqualTo(error);
        assertThat(body.path("error_description").textValue())
                .contains(description)
                .matches("[ !#-\\[\\]-~]*");
    }

    @Test
    void a_client_may_be_in_the_header_but_not_in_both_places() throws Exception {
        String grant = "grant_type=client_credentials";
        assertThat(ask(grant, "Authorization", "basic YTpi").statusCode()).isEqualTo(200);
        assertThat(ask(grant, "Authorization", "Basic YTpi\u00e9").statusCode()).isEqualTo(401);
        assertThat(ask(grant, "Authorization", "Bearer t").statusCode()).isEqualTo(401);
        assertThat(ask(grant + "&client_secret=b", "Authorization", "Basic YTpi")
                        .body())
                .contains("invalid_request");
    }

    @Test
    void a_list_of_scopes_that_is_too_long_and_a_body_that_is_no_form_are_refused() throws Exception {
        String scope = URLEncoder.encode("read ".repeat(500), UTF_8);
        assertThat(ask("grant_type=client_credentials&client_secret=b&scope=" + scope)
                        .body())
                .contains("scope must have at most 2048 characters");
        assertThat(ask("{\"grant_type\":\"password\"}", "Content-Type", "application/json")
                        .body())
                .contains("must be sent as application/x-www-form-urlencoded, Content-Type was 'application/json'");
        assertThat(Wire.exchange(
                        mock.port(),
                        "GET /-/token?grant_type=password HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: POST");
    }

    @Test
    void a_token_is_renewed_for_the_same_scopes_or_fewer() throws Exception {
        String refresh = field(ask("grant_type=password&username=a&password=b&scope=read+write"), "refresh_token");
        String again = "grant_type=refresh_token&refresh_token=" + refresh;

        assertThat(field(ask(again), "scope").split(" ")).containsExactlyInAnyOrder("read", "write");
        assertThat(field(ask(again + "&scope=read"), "scope")).isEqualTo("read");
        String fewer = field(ask(again + "&scope=read"), "refresh_token");
        assertThat(ask("grant_type=refresh_token&scope=write&refresh_token=" + fewer)
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void an_operation_asks_for_its_scope_in_a_token_from_here_alone() throws Exception {
        String grant = "grant_type=client_credentials&client_secret=b&scope=";
        assertThat(kites(field(ask(grant + "read"), "access_token")).statusCode())
                .isEqualTo(204);
        assertThat(kites(field(ask(grant), "access_token")).statusCode()).isEqualTo(204);
        assertThat(kites("anything").statusCode()).isEqualTo(204);

        HttpResponse<String> forbidden = kites(field(ask(grant + "write"), "access_token"));
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"read\"");
        assertThat(forbidden.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void a_page_of_another_origin_may_ask_for_a_token() throws Exception {
        HttpResponse<String> answer =
                ask("grant_type=password&username=a&password=b", "Origin", "http://localhost:3000");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
    }

    @Test
    void the_served_document_names_the_address_of_the_tokens_for_the_flows_that_are_answered() throws Exception {
        HttpResponse<String> document = CLIENT.send(
                HttpRequest.newBuilder(at("/-/contracts/harbour.json")).build(), BodyHandlers.ofString());

        JsonNode flows = Json.mapper().readTree(document.body()).at("/components/securitySchemes/oauth/flows");
        assertThat(flows.at("/password/tokenUrl").textValue()).isEqualTo("/-/token");
        assertThat(flows.at("/clientCredentials/tokenUrl").textValue()).isEqualTo("/-/token");
        assertThat(flows.at("/clientCredentials/refreshUrl").textValue()).isEqualTo("/-/token");
        assertThat(flows.at("/authorizationCode/tokenUrl").textValue()).isEqualTo("https://id.harbour.example");
        assertThat(flows.at("/password").has("refreshUrl")).isFalse();
    }

    private static HttpResponse<String> ask(String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/-/token"))
                .setHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private static String field(HttpResponse<String> answer, String name) throws Exception {
        return Json.mapper().readTree(answer.body()).path(name).textValue();
    }

    private static HttpResponse<String> kites(String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(at("/v1/kites"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return mock.baseUrl().resolve(path);
    }
}
