package dev.understudy.control.sessions;

import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.rules.AppliedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts calls to the format of the control API. */
final class ShownCalls {
    private ShownCalls() {}

    static NotedCall call(RedactedCall redacted) {
        return new NotedCall(
                redacted.id(),
                redacted.session(),
                unkeyed(redacted),
                direction(redacted),
                redacted.time().toString(),
                redacted.micros(),
                redacted.api(),
                redacted.operation(),
                verdict(redacted.verdict()),
                end(redacted.end()),
                cause(redacted),
                rule(redacted),
                redacted.reason(),
                redacted.violations().stream().map(ShownCalls::violation).toList(),
                redacted.notes().isEmpty()
                        ? null
                        : redacted.notes().stream().map(ShownCalls::violation).toList(),
                new CallRequest(
                        redacted.method(),
                        redacted.target(),
                        redacted.path(),
                        redacted.protocol(),
                        headers(redacted.fields()),
                        body(redacted.content())),
                new CallResponse(redacted.status(), headers(redacted.answerFields()), body(redacted.answerContent())));
    }

    static CallLine line(RedactedCall redacted) {
        return new CallLine(
                redacted.id(),
                direction(redacted),
                redacted.time().toString(),
                redacted.micros(),
                redacted.method(),
                redacted.target(),
                redacted.api(),
                redacted.operation(),
                redacted.status(),
                verdict(redacted.verdict()),
                end(redacted.end()),
                cause(redacted),
                rule(redacted),
                redacted.reason(),
                redacted.violations().size(),
                unkeyed(redacted));
    }

    private static @Nullable Boolean unkeyed(RedactedCall redacted) {
        return redacted.keyed() ? null : Boolean.TRUE;
    }

    private static Direction direction(RedactedCall redacted) {
        return Direction.valueOf(redacted.direction().name());
    }

    static Verdict verdict(RedactedCall.Verdict verdict) {
        return Verdict.valueOf(verdict.name());
    }

    static End end(JournalEntry.End end) {
        return end.isUnsent() ? End.UNSENT : End.valueOf(end.name());
    }

    private static @Nullable Cause cause(RedactedCall redacted) {
        if (redacted.verdict().isRefusal() && redacted.direction() == JournalEntry.Direction.IN) {
            return Cause.REFUSAL;
        }
        Reply.Cause cause = redacted.cause();
        return cause == null ? null : Cause.valueOf(cause.name());
    }

    private static @Nullable DecidingRule rule(RedactedCall redacted) {
        AppliedRule rule = redacted.rule();
        return rule == null ? null : new DecidingRule(rule.id(), rule.unchecked());
    }

    static CallViolation violation(Violation violation) {
        return new CallViolation(
                violation.place().word(),
                unlessEmpty(violation.name()),
                unlessEmpty(violation.pointer()),
                violation.keyword(),
                violation.message());
    }

    static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<CallHeader> headers(List<RedactedCall.Field> fields) {
        return fields.stream()
                .map(field -> new CallHeader(field.name(), field.value()))
                .toList();
    }

    private static CallBody body(RedactedCall.Content content) {
        String text = content.text();
        RedactedCall.Missing missing = content.missing();
        return new CallBody(
                content.size(),
                content.whole(),
                content.base64() ? null : text,
                content.base64() ? text : null,
                missing == null ? null : MissingBody.valueOf(missing.name()));
    }
}
