package dev.understudy.contract;

import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A request that the API sends, not takes: a webhook of a document or a callback of an operation (OpenAPI 3.1.1
 * sections 4.8.1 and 4.8.18).
 *
 * @param kind webhook or callback
 * @param name as the document has it
 * @param address the expression that tells where a callback goes; empty for a webhook
 * @param caller {@code POST /kites}, whose callback it is; empty for a webhook
 * @param request what is sent, and what may be answered
 * @param flaw the finding for which it cannot be sent as the document has it
 */
public record OutgoingRequest(
        String kind, String name, String address, String caller, Operation request, Optional<String> flaw) {
    /** In capitals. */
    public String method() {
        return request.method();
    }

    /** As in {@code callback berthed of POST /ships}. */
    public String title() {
        return kind + " " + name + (caller.isEmpty() ? "" : " of " + caller);
    }

    /** What the answer of the receiver breaks: its status, its documented headers, its media type and its bytes. */
    public List<Violation> check(Response response) {
        return ResponseCheck.violations(response, request.answers());
    }

    @Override
    public String toString() {
        return title() + ": " + method() + (address.isEmpty() ? "" : " " + address);
    }
}
