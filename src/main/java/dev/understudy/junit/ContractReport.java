package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A readable report of the contract violations in a test's calls.
 *
 * @param warned whether every one of these calls was answered with a warning, as the session or the server allows
 */
record ContractReport(String text, boolean warned) {
    private static final int SHOWN = 20;

    /** The report for this session; empty if all its calls kept the contract. */
    static Optional<ContractReport> of(TestSession session) {
        JsonNode unexpected = session.unexpected();
        long count = unexpected.path("count").asLong();
        return count == 0
                ? Optional.empty()
                : Optional.of(new ContractReport(
                        text(session, unexpected, count),
                        unexpected.path("warned").asLong() == count));
    }

    private static String text(TestSession session, JsonNode unexpected, long count) {
        var text = new StringBuilder(count == 1 ? "1 call broke the contract" : count + " calls broke the contract");
        text.append(" (session ").append(session.key()).append("):");
        JsonNode calls = unexpected.path("calls");
        int oldest = Math.min(SHOWN, calls.size()) - 1;
        for (int i = oldest; i >= 0; i--) {
            append(session, SeenCall.of(calls.get(i).path("call")), calls.get(i).path("violations"), text);
        }
        if (count > oldest + 1) {
            text.append("\n  and ").append(count - oldest - 1).append(" before them");
        }
        return text.toString();
    }

    private static void append(TestSession session, SeenCall call, JsonNode violations, StringBuilder text) {
        text.append("\n  ")
                .append(call.method())
                .append(' ')
                .append(call.target())
                .append(" was answered ");
        text.append(call.status());
        if (!call.operation().isEmpty()) {
            text.append(" (")
                    .append(call.operation())
                    .append(" of ")
                    .append(call.api())
                    .append(')');
        }
        if (violations.isEmpty() && !call.reason().isEmpty()) {
            text.append("\n    ").append(call.reason());
        }
        for (JsonNode violation : violations) {
            text.append("\n    ").append(violation.path("message").asText());
        }
        text.append("\n    as a command: ").append(session.curl(call).strip());
    }

    /** Lists the rules of this session that decided about no call; empty if there are none. */
    static Optional<String> unused(TestSession session) {
        List<String> rules = session.unusedRules();
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of((rules.size() == 1 ? "1 rule" : rules.size() + " rules")
                        + " of the test decided about no call:\n  " + String.join("\n  ", rules));
    }
}
