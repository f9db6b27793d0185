package dev.understudy.exchange;

import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Request;
import java.util.List;
import java.util.Map;

/** How large the body of a request may be; whoever reads one may stop as soon as it is larger. */
public final class BodyLimit {
    /** The most bytes. */
    public static final int BYTES = 1 << 20;

    private BodyLimit() {}

    /** Whether a Content-Length (RFC 9112 section 6.2) announces a body that is too large. */
    public static boolean exceeded(List<String> contentLengths) {
        return contentLengths.stream().anyMatch(length -> bytes(length) > BYTES);
    }

    static boolean exceeded(Request request) {
        return request.body().length > BYTES || exceeded(request.headers().all("Content-Length"));
    }

    static Refusal refusal(String where) {
        String expected = "have at most " + BYTES + " bytes";
        return new Refusal(
                413, where, List.of(new Violation(Place.BODY, "", "", "size", expected, "larger")), Map.of());
    }

    private static long bytes(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
