package dev.understudy.control.sessions;

import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a call of the control API (RFC 9457). */
final class Problems {
    private Problems() {}

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }

    static Problem missing(String what, String name, List<String> known) {
        String near = Spelling.nearest(name, known)
                .map(nearest -> "; " + Spelling.question(nearest))
                .orElse("");
        return of(404, "Not Found", "There is no " + what + " " + name + near);
    }

    static Problem noSession(Sessions sessions, String key) {
        return missing("session", key, sessions.all().stream().map(Session::key).toList());
    }

    /** All that is wrong, and nothing of where the contract lies. */
    static Reply reply(Refusal refusal) {
        String detail = refusal.violations().stream().map(Violation::message).collect(Collectors.joining("; "));
        return new ProblemReply(refusal.status(), of(refusal.status(), refusal.reason(), detail));
    }
}
