package dev.understudy.junit;

import java.util.List;
import java.util.Optional;

/** What the calls of a test broke of the contract, in words. */
final class ContractReport {
    private static final int SHOWN = 20;

    private ContractReport() {}

    /** The report of this session; empty if its calls kept the contract. */
    static Optional<String> of(TestSession session) {
        List<SeenCall> broken = session.unexpectedCalls();
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder(
                broken.size() == 1 ? "1 call broke the contract" : broken.size() + " calls broke the contract");
        text.append(" (session ").append(session.key()).append("):");
        for (SeenCall call : broken.subList(0, Math.min(SHOWN, broken.size()))) {
            append(session, call, text);
        }
        if (broken.size() > SHOWN) {
            text.append("\n  and ").append(broken.size() - SHOWN).append(" more");
        }
        return Optional.of(text.toString());
    }

    private static void append(TestSession session, SeenCall call, StringBuilder text) {
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
        List<String> wrong = session.violations(call);
        for (String each : wrong.isEmpty() && !call.reason().isEmpty() ? List.of(call.reason()) : wrong) {
            text.append("\n    ").append(each);
        }
        text.append("\n    as a command: ").append(session.curl(call).strip());
    }
}
