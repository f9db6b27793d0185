package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private final Path folder;

    TlsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_certificate_and_its_key_serve_https_and_http_2() throws Exception {
        SelfSigned made = SelfSigned.make();
        Path certificate = pem("CERTIFICATE", made.certificate());
        Path key = pem("PRIVATE KEY", made.keys().getPrivate().getEncoded());

        try (MockServer server = open(new Encryption.Files(certificate, key), false)) {
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
        try (MockServer server = open(new Encryption.SelfSigned(), false)) {
            assertThatThrownBy(() ->
                            health(HttpClient.newHttpClient(), Version.HTTP_2, "https://localhost:" + server.port()))
                    .hasMessageContaining("certification path");
            assertThat(Wire.exchange(server.port(), "GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .doesNotContain("up");
        }
    }

    @Test
    void http_2_in_clear_text_is_spoken_only_when_asked_for() throws Exception {
        try (MockServer server = open(new Encryption.None(), false)) {
            assertThat(health(HttpClient.newHttpClient(), Version.HTTP_2, "http://localhost:" + server.port())
                            .version())
                    .isEqualTo(Version.HTTP_1_1);
        }
        try (MockServer server = open(new Encryption.None(), true)) {
            assertThat(health(HttpClient.newHttpClient(), Version.HTTP_2, "http://localhost:" + server.port())
                            .version())
                    .isEqualTo(Version.HTTP_2);
        }
    }

    @Test
    void a_certificate_that_is_none_is_one_sentence() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

        assertThatThrownBy(() -> open(new Encryption.Files(nonsense, nonsense), false))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("nonsense.pem must be a certificate in PEM");
    }

    private MockServer open(Encryption encryption, boolean http2ClearText) throws Exception {
        var gate = new Gate(Limits.DEFAULT, Patience.DEFAULT, List.of(), encryption, http2ClearText);
        return Stage.open(folder.resolve("fixtures"), gate, "[]");
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
