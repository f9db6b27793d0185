package dev.understudy.contract;

import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.Set;

/** The status of the refusal of a request that breaks an operation: the one that the operation documents for it. */
final class RefusalStatus {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;

    private static final Set<String> UNREADABLE = Set.of("json", "form");

    private RefusalStatus() {}

    /**
     * 422 for a body that is read and breaks its schema, where that is documented, or where 400 is not; 428 for a
     * precondition that alone is missing, where that is documented (RFC 6585 section 3); else 400.
     */
    static int of(Answers answers, List<Violation> violations) {
        Set<String> statuses = answers.byStatus().keySet();
        if (statuses.contains("428") && violations.stream().allMatch(RefusalStatus::isMissingPrecondition)) {
            return PRECONDITION_REQUIRED;
        }
        if (!statuses.contains("422")) {
            return BAD_REQUEST;
        }
        boolean unprocessable = violations.stream()
                .allMatch(violation -> violation.place() == Place.BODY && !UNREADABLE.contains(violation.keyword()));
        return unprocessable || !statuses.contains("400") ? UNPROCESSABLE : BAD_REQUEST;
    }

    private static boolean isMissingPrecondition(Violation violation) {
        return violation.place() == Place.HEADER
                && violation.keyword().equals("required")
                && violation.name().matches("(?i)if-(none-)?match");
    }
}
