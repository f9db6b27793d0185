package dev.understudy.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.understudy.api.Json;

/** Thrown when the control API refuses a request of a test; the message is the server's. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ControlException(String asked, int status, String body) {
        super(asked + " answered " + status + ": " + detail(body));
        this.status = status;
    }

    /** The HTTP status of the control API's answer. */
    public int status() {
        return status;
    }

    private static String detail(String body) {
        try {
            String detail = Json.mapper().readTree(body).path("detail").asText();
            return detail.isEmpty() ? body : detail;
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
