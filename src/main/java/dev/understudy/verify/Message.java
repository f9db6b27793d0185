package dev.understudy.verify;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Violation;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import java.util.ArrayList;
import java.util.List;

/** Says in lines why something is not met, or what was unexpected. */
final class Message {
    /** Of more calls or differences, the rest is left out. */
    private static final int MOST = 10;

    private Message() {}

    /** The same, with all of it as its message. */
    static Verified of(Verified verified) {
        var lines = new ArrayList<String>();
        lines.add(verified.message());
        if (verified.lost() > 0) {
            lines.add(lost(verified.lost()));
        }
        if (verified.undecided() > 0) {
            lines.add(Expectation.Count.calls(verified.undecided())
                    + " may or may not match: the body is not kept, or the contract has changed since.");
        }
        if (verified.nearest().isEmpty()) {
            verified.calls().stream().limit(MOST).forEach(call -> lines.add(named(call)));
        }
        for (NearMiss near : verified.nearest()) {
            lines.add(named(near.call()) + ":");
            near.differences().stream().limit(MOST).forEach(each -> lines.add("  " + each.message()));
        }
        unkeyed(verified.unkeyed(), lines);
        return new Verified(
                verified.met(),
                String.join("\n", lines),
                verified.matched(),
                verified.calls(),
                verified.lost(),
                verified.undecided(),
                verified.nearest(),
                verified.unkeyed());
    }

    /** The same, with all of it as its message. */
    static Unexpected of(Unexpected unexpected) {
        var lines = new ArrayList<String>();
        lines.add(
                unexpected.count() == 0
                        ? "No call was unexpected."
                        : Expectation.Count.calls(unexpected.count())
                                + " broke the contract, reached no operation, or could not be answered"
                                + warned(unexpected) + ".");
        if (unexpected.lost() > 0) {
            lines.add(lost(unexpected.lost()));
        }
        for (RedactedCall call :
                unexpected.calls().subList(0, Math.min(MOST, unexpected.calls().size()))) {
            lines.add(named(call) + ":");
            List<String> wrong =
                    call.violations().stream().map(Violation::message).toList();
            String reason = call.reason();
            (wrong.isEmpty() && reason != null ? List.of(reason) : wrong)
                    .stream().limit(MOST).forEach(each -> lines.add("  " + each));
        }
        unkeyed(unexpected.unkeyed(), lines);
        return new Unexpected(
                String.join("\n", lines),
                unexpected.count(),
                unexpected.warned(),
                unexpected.calls(),
                unexpected.lost(),
                unexpected.unkeyed());
    }

    private static String warned(Unexpected unexpected) {
        if (unexpected.warned() == 0) {
            return "";
        }
        return unexpected.warned() == unexpected.count()
                ? ", and went on with a warning"
                : "; " + unexpected.warned() + " of them went on with a warning";
    }

    private static String lost(long lost) {
        return Expectation.Count.calls(lost) + " of the session " + (lost == 1 ? "is" : "are")
                + " not kept any more, so that nothing is certain: verify sooner, or give the journal more memory"
                + " (serve --journal).";
    }

    private static void unkeyed(Unkeyed unkeyed, List<String> lines) {
        if (unkeyed.count() > 0) {
            String calls = unkeyed.calls().stream()
                    .map(call -> call.method() + " " + call.target())
                    .distinct()
                    .collect(joining(", "));
            lines.add(Expectation.Count.calls(unkeyed.count()) + " named no session since this one was made: " + calls
                    + ".");
        }
    }

    private static String named(RedactedCall call) {
        String start = "Call " + call.id() + ", ";
        return call.direction() == JournalEntry.Direction.IN
                ? start + call.method() + " " + call.target() + " (" + call.status() + ")"
                : start + call.operation() + ", " + call.method() + " " + call.base() + call.target() + " ("
                        + (call.status() == 0 ? "no answer" : call.status()) + ")";
    }
}
