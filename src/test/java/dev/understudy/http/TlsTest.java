package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.live.Running;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {
    private final Path folder;

    TlsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_certificate_and_its_key_serve_https_and_http_2() throws Exception {
        SelfSigned made = SelfSigned.make(List.of("localhost", "127.0.0.1"));
        Path certificate = pem("CERTIFICATE", made.certificate());
        Path key = pem("PRIVATE KEY", made.keys().getPrivate().getEncoded());

        try (Running server = open(new Encryption.Files(certificate, key))) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting(made.certificate()))
                    .build();
            HttpResponse<String> second = health(client, Version.HTTP_2, "https://localhost:" + server.port());
            assertThat(second.version()).isEqualTo(Version.HTTP_2);
            assertThat(second.body()).isEqualTo("{\"status\":\"up\"}");
            // The names in the certificate are checked by this client.
            HttpResponse<String> first = health(client, Version.HTTP_1_1, "https://127.0.0.1:" + server.port());
            assertThat(first.version()).isEqualTo(Version.HTTP_1_1);
            assertThat(first.body()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    @Test
    void a_certificate_can_be_made_at_the_start() throws Exception {
        try (Running server = open(new Encryption.SelfSigned(List.of()))) {
            assertThatThrownBy(() ->
                            health(HttpClient.newHttpClient(), Version.HTTP_2, "https://localhost:" + server.port()))
                    .hasMessageContaining("certification path");
            assertThat(Wire.exchange(server.port(), "GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .doesNotContain("up");
        }
    }

    @Test
    void a_made_certificate_is_for_this_machine_the_host_and_the_names_that_were_asked_for() throws Exception {
        var asked = new Encryption.SelfSigned(List.of("understudy.test", "mock_api", "192.0.2.7", "2001:db8::7"));
        assertThat(names(asked, "mock.example"))
                .containsExactly(
                        "localhost",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1",
                        "mock.example",
                        "understudy.test",
                        "mock_api",
                        "192.0.2.7",
                        "2001:db8:0:0:0:0:0:7");
        assertThat(names(new Encryption.SelfSigned(List.of("localhost")), "0.0.0.0"))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"understudy.test", "understudy.test:8443", "UNDERSTUDY.test.", "[2001:db8::7]", "localhost"})
    void requests_may_be_addressed_to_the_names_of_a_made_certificate(String host) {
        var access = new AccessSettings(
                Limits.DEFAULT,
                Timeouts.DEFAULT,
                List.of(),
                new Encryption.SelfSigned(List.of("understudy.test", "2001:db8::7")));
        var names = new AllowedHosts(new Address("localhost", 0), access);

        assertThat(names.allow(host)).isTrue();
        assertThat(names.allow("other.test")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "understudy.test, understudy.test",
        "a-b.c, a-b.c",
        "mock_api, mock_api",
        "bücher.test, xn--bcher-kva.test",
        "192.0.2.7, 192.0.2.7",
        "[::1], ::1",
        "2001:db8::7, 2001:db8::7"
    })
    void a_certificate_can_be_for_a_host_name_or_an_address(String text, String name) {
        assertThat(CertificateName.of(text)).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.test",
                "https://a.test",
                "a.test:443",
                "a..b",
                "-a",
                "a-",
                "1.2.3",
                "300.1.2.3",
                "::g"
            })
    void nothing_else_is_a_name_in_a_certificate(String text) {
        assertThat(CertificateName.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "HEAD / HTTP/1.0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void http_on_the_port_of_tls_gets_a_400_in_clear_text(String request) throws Exception {
        try (Running server = open(new Encryption.SelfSigned(List.of()))) {
            assertThat(Wire.exchange(server.port(), request))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("\r\nContent-Type: text/plain\r\n", "\r\nConnection: close\r\n", "\r\nDate: ")
                    .endsWith("\r\n\r\nThis port speaks TLS: send the request to https:// instead of http://.\n");
        }
    }

    @Test
    void a_body_sent_to_the_port_of_tls_does_not_cost_the_client_its_answer() throws Exception {
        String head = "POST /zoo/pets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n\r\n";
        try (Running server = open(new Encryption.SelfSigned(List.of()))) {
            assertThat(Wire.exchange(server.port(), head + "x".repeat(4_000_000)))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("instead of http://.\n");
        }
    }

    @Test
    void http_2_is_not_spoken_in_clear_text() throws Exception {
        try (Running server = open(new Encryption.None())) {
            assertThat(health(HttpClient.newHttpClient(), Version.HTTP_2, "http://localhost:" + server.port())
                            .version())
                    .isEqualTo(Version.HTTP_1_1);
        }
    }

    @Test
    void a_certificate_that_is_none_is_one_sentence() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

        assertThatThrownBy(() -> open(new Encryption.Files(nonsense, nonsense)))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("nonsense.pem must be a certificate in PEM");
    }

    private static List<Object> names(Encryption.SelfSigned asked, String host) throws Exception {
        byte[] chain = Certificate.of(asked, new Address(host, 0), Set.of())
                .orElseThrow()
                .chain();
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(chain));
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> (Object) name.get(1))
                .toList();
    }

    private Running open(Encryption encryption) throws Exception {
        var access = new AccessSettings(Limits.DEFAULT, Timeouts.DEFAULT, List.of(), encryption);
        return Stage.open(folder.resolve("fixtures"), access, "[]");
    }

    private Path pem(String what, byte[] der) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                folder.resolve(what), "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trusting(byte[] certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "made",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> health(HttpClient client, Version version, String base) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "/-/health"))
                .version(version)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
