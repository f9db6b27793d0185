package dev.understudy.road;

import dev.understudy.api.Refusal;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the body of a request may be; whoever reads one may stop as soon as it is larger.
 *
 * @param bytes the most
 */
public record BodyLimit(int bytes) {
    /** A mebibyte. */
    public static final BodyLimit DEFAULT = new BodyLimit(1 << 20);

    /** Whether a Content-Length (RFC 9112 section 6.2) announces a body that is too large. */
    public boolean exceeded(List<String> contentLengths) {
        for (String length : contentLengths) {
            if (announced(length) > bytes) {
                return true;
            }
        }
        return false;
    }

    boolean exceeded(Request request) {
        return request.body().length > bytes || exceeded(request.headers().all("Content-Length"));
    }

    Refusal refusal(String contract, @Nullable String operation) {
        String expected = "have at most " + bytes + " bytes";
        var violation = new Violation(Place.BODY, "", "", "size", expected, "larger");
        return new Refusal(413, contract, operation, List.of(violation), Map.of());
    }

    private static long announced(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // More digits than a long has, or no number: the one is too large, the other is refused elsewhere.
            return length.strip().matches("\\d+") ? Long.MAX_VALUE : 0;
        }
    }
}
