package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.live.Brought;
import dev.understudy.live.CannotLoad;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APIs under the names that their vendors give them. */
@Timeout(60)
class VendorHostsTest {
    private static final String ONE =
            """
            openapi: 3.1.0
            info: {title: One, version: '1'}
            servers:
              - url: https://{region}.one.example:8443/v1
                variables: {region: {default: eu, enum: [eu, us]}}
              - url: https://{tenant}.one.example/v1
              - url: http://localhost:9000/v1
            paths:
              /users:
                get: &list {responses: {'200': {description: A, content: {application/json: {example: [one]}}}}}
                post: {servers: [{url: 'https://write.one.example/v1'}], responses: {'204': {description: B}}}
              /boats: {servers: [{url: '//BÜCHER.example./v1'}], get: *list}
            """;
    private static final String TWO =
            """
            openapi: 3.0.3
            info: {title: Two, version: '1'}
            servers: [{url: 'https://%s/v1'}]
            paths:
              /users: {get: &list {responses: {'200': {description: A, content: {application/json: {example: [two]}}}}}}
              /teams: {get: *list}
            """;

    private final Path folder;

    VendorHostsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "eu.one.example, /v1/users, 200",
        "US.one.example:8080, /v1/users, 200",
        "write.one.example., /v1/users, 200",
        "xn--bcher-kva.example, /v1/boats, 200",
        "localhost, /v1/users, 200",
        "eu.one.example, /-/in/default/v1/users, 200",
        "eu.one.example, /v1/nothing, 404",
        "one.example, /v1/users, 421",
        "at.one.example, /v1/users, 421",
        "{tenant}.one.example, /v1/users, 400",
        "eu.one.example, /-/health, 421",
        "eu.one.example, /-/contracts, 421",
        "eu.one.example, /-/in/other/v1/users, 200",
        "eu.one.example, /-/in/other/-/health, 421",
        "localhost, /-/health, 200",
    })
    void a_host_of_a_server_leads_to_operations_and_to_no_page_of_the_server(String host, String path, int status)
            throws Exception {
        try (Running mock = open(ONE)) {
            // Twice: a host that was good is remembered.
            assertThat(get(mock, path, "eu.one.example")).isNotEmpty();
            assertThat(get(mock, path, host)).startsWith("HTTP/1.1 " + status + " ");
            assertThat(get(mock, path, host)).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void two_contracts_that_claim_a_path_are_told_apart_by_their_hosts() throws Exception {
        try (Running mock = open(ONE, TWO.formatted("api.two.example"))) {
            assertThat(get(mock, "/v1/users", "us.one.example")).endsWith("[\"one\"]");
            assertThat(get(mock, "/v1/users", "api.two.example:443")).endsWith("[\"two\"]");
            assertThat(get(mock, "http://api.two.example/v1/users", "localhost"))
                    .endsWith("[\"two\"]");
            assertThat(get(mock, "/v1/users", "localhost"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains(
                            "header \\\"Host\\\" must say which API is meant, was \\\"localhost\\\": GET /v1/users is in"
                                    + " 0 (" + folder.resolve("0.yaml") + ") at eu.one.example, us.one.example or"
                                    + " write.one.example (or 1 others) and 1 (" + folder.resolve("1.yaml")
                                    + ") at api.two.example.");
            assertThat(get(mock, "/v1/teams", "localhost")).endsWith("[\"two\"]");
            assertThat(get(mock, "/v1/teams", "eu.one.example"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("GET /v1/teams is in 1 (");
        }
    }

    @Test
    void contracts_that_no_host_tells_apart_may_not_claim_one_path() {
        for (String host : List.of("localhost", "us.one.example")) {
            assertThatThrownBy(() -> open(ONE, TWO.formatted(host)))
                    .isInstanceOf(CannotLoad.class)
                    .hasMessageContaining("GET /v1/users is in 0 (");
        }
    }

    @Test
    void a_host_of_a_server_names_the_certificate_that_is_made() throws Exception {
        byte[] chain = Certificate.of(
                        new Encryption.SelfSigned(List.of()),
                        new Address("localhost", 0),
                        Set.of("us.one.example", "eu.one.example", "[2001:db8::7]"))
                .orElseThrow()
                .chain();
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(chain));

        Stream<Object> names = certificate.getSubjectAlternativeNames().stream().map(name -> name.get(1));
        assertThat(names.toList())
                .containsExactly(
                        "localhost",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1",
                        "2001:db8:0:0:0:0:0:7",
                        "eu.one.example",
                        "us.one.example");
    }

    private Running open(String... documents) throws Exception {
        for (int i = 0; i < documents.length; i++) {
            Files.writeString(folder.resolve(i + ".yaml"), documents[i]);
        }
        return Understudy.start(Settings.DEFAULT.withBrought(Brought.of(folder)));
    }

    private static String get(Running mock, String target, String host) throws Exception {
        return Wire.exchange(
                mock.port(), "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }
}
