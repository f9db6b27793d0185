package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client of a server's control API, whose contract is specs/control.yaml. */
final class Control {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String token;

    /** @param token the control token; empty if the server needs none */
    Control(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The server's URL, without a path. */
    URI server() {
        return server;
    }

    JsonNode get(String path) {
        return ask("GET", path, null);
    }

    /** Like {@code get}, but a missing node for a 404, as for a session that the test has already ended. */
    JsonNode find(String path) {
        try {
            return get(path);
        } catch (ControlException e) {
            if (e.status() == 404) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }

    JsonNode put(String path) {
        return ask("PUT", path, null);
    }

    JsonNode put(String path, Object body) {
        return ask("PUT", path, body);
    }

    JsonNode post(String path) {
        return ask("POST", path, null);
    }

    JsonNode post(String path, Object body) {
        return ask("POST", path, body);
    }

    void delete(String path) {
        ask("DELETE", path, null);
    }

    /** The answer as text, whatever its media type. */
    String text(String path) {
        return sent("GET", path, null).body();
    }

    private JsonNode ask(String method, String path, @Nullable Object body) {
        String answer = sent(method, path, body).body();
        try {
            return answer.isEmpty() ? MissingNode.getInstance() : Json.mapper().readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " must answer JSON, was " + answer, e);
        }
    }

    private HttpResponse<String> sent(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        BodyPublisher content = BodyPublishers.noBody();
        if (body != null) {
            request.header("Content-Type", "application/json");
            content = BodyPublishers.ofByteArray(Json.write(body));
        }
        HttpResponse<String> response = send(request.method(method, content).build());
        if (response.statusCode() >= 400) {
            throw new ControlException(method + " " + path, response.statusCode(), response.body());
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "An Understudy server must answer at " + server + ", was " + e + ": start it before the tests, or"
                            + " leave out understudy.url to have one started",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted while it waited for " + request.uri(), e);
        }
    }
}
