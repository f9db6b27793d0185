package dev.understudy.control.sessions;

import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.rules.AppliedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls as the contract defines them. */
final class ShownCalls {
    private ShownCalls() {}

    static NotedCall call(RedactedCall told) {
        return new NotedCall(
                told.id(),
                told.session(),
                unkeyed(told),
                direction(told),
                told.time().toString(),
                told.micros(),
                told.api(),
                told.operation(),
                verdict(told.verdict()),
                end(told.end()),
                cause(told),
                rule(told),
                told.reason(),
                told.violations().stream().map(ShownCalls::violation).toList(),
                told.notes().isEmpty()
                        ? null
                        : told.notes().stream().map(ShownCalls::violation).toList(),
                new CallRequest(
                        told.method(),
                        told.target(),
                        told.path(),
                        told.protocol(),
                        headers(told.fields()),
                        body(told.content())),
                new CallResponse(told.status(), headers(told.answerFields()), body(told.answerContent())));
    }

    static CallLine line(RedactedCall told) {
        return new CallLine(
                told.id(),
                direction(told),
                told.time().toString(),
                told.micros(),
                told.method(),
                told.target(),
                told.api(),
                told.operation(),
                told.status(),
                verdict(told.verdict()),
                end(told.end()),
                cause(told),
                rule(told),
                told.reason(),
                told.violations().size(),
                unkeyed(told));
    }

    private static @Nullable Boolean unkeyed(RedactedCall told) {
        return told.keyed() ? null : Boolean.TRUE;
    }

    private static Direction direction(RedactedCall told) {
        return Direction.valueOf(told.direction().name());
    }

    static Verdict verdict(RedactedCall.Verdict verdict) {
        return Verdict.valueOf(verdict.name());
    }

    static End end(JournalEntry.End end) {
        return end.isUnsent() ? End.UNSENT : End.valueOf(end.name());
    }

    private static @Nullable Cause cause(RedactedCall told) {
        if (told.verdict().isRefusal() && told.direction() == JournalEntry.Direction.IN) {
            return Cause.REFUSAL;
        }
        Reply.Cause cause = told.cause();
        return cause == null ? null : Cause.valueOf(cause.name());
    }

    private static @Nullable DecidingRule rule(RedactedCall told) {
        AppliedRule rule = told.rule();
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
