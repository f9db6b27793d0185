package dev.understudy.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a request does not reach the handler: an HTTP status of 400 or more, and every violation.
 *
 * @param contract the source of the contract, such as {@code specs/exante/work-tasks.yaml}
 * @param operationId the operation that the request reached; null if it reached none
 * @param headers required headers of the answer, such as {@code Allow}
 */
public record Refusal(
        int status,
        String contract,
        @Nullable String operationId,
        List<Violation> violations,
        Map<String, String> headers)
        implements Admission {
    public Refusal {
        violations = List.copyOf(violations);
        headers = Map.copyOf(headers);
        if (status < 400 || violations.isEmpty()) {
            throw new IllegalArgumentException("A refusal has an error status and a reason");
        }
    }

    /** The same refusal with another status. */
    public Refusal with(int other) {
        return new Refusal(other, contract, operationId, violations, headers);
    }

    /**
     * The contract, preceded by the operation if one was reached: {@code listWorkTasks in
     * specs/exante/work-tasks.yaml}.
     */
    public String where() {
        return operationId == null ? contract : operationId + " in " + contract;
    }

    /** The reason phrase of the status in RFC 9110 section 15, RFC 6585 or RFC 4918, such as {@code Bad Request}. */
    public String reason() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 507 -> "Insufficient Storage";
            default -> "Error";
        };
    }
}
