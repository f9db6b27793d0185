package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A request to the health page of a running server.
 *
 * @param host the address that the server was told to listen on
 */
record HealthProbe(String host, int port, boolean tls) {
    private static final int TIMEOUT_MILLIS = 3000;

    String url() {
        return (tls ? "https://" : "http://") + connectHost() + ":" + port + "/-/health";
    }

    /** Returns if the server is up; else the message of the exception says what it answered. */
    void send() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url()).openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection instanceof HttpsURLConnection encrypted) {
            encrypted.setSSLSocketFactory(trustingAll().getSocketFactory());
            encrypted.setHostnameVerifier((name, session) -> true);
        }
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String answer = body == null ? "" : new String(body.readNBytes(1000), UTF_8);
            if (status != 200 || !answer.contains("\"status\":\"up\"")) {
                throw new IOException("it answered " + status + " " + answer.strip());
            }
        }
    }

    /** The address to connect to: where the server listens on all addresses, the one of this machine. */
    private String connectHost() {
        return switch (host) {
            case "localhost", "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    /** Accepts any certificate, such as a self-signed one: nothing secret is sent, and only the health is read. */
    private static SSLContext trustingAll() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS", e);
        }
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
