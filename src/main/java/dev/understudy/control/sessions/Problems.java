package dev.understudy.control.sessions;

import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.session.Sessions;
import java.util.List;
import java.util.stream.Collectors;

/** Problems of calls to the control API (RFC 9457). */
final class Problems {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private Problems() {}

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }

    /** Nothing has this name; suggests a similar one. */
    static Problem missing(String what, String name, List<String> known) {
        return missing(what, name, "", known);
    }

    /** Nothing that belongs to this owner has this name; suggests a similar one. */
    static Problem missing(String what, String name, String owner, List<String> known) {
        String of = owner.isEmpty() ? "" : " of " + owner;
        String near = Spelling.nearest(name, known)
                .map(meant -> "; " + Spelling.question(meant))
                .orElse("");
        return of(404, "Not Found", "There is no " + what + " " + name + of + near);
    }

    static Problem full(Sessions.Room.Full full) {
        return of(
                503,
                "Service Unavailable",
                "There are " + full.most() + " sessions, and none was idle for a minute: end some, or allow more by"
                        + " --max-sessions");
    }

    static Problem noSession(Sessions sessions, String key) {
        String near = sessions.nearest(key)
                .map(meant -> "; " + Spelling.question(meant))
                .orElse("");
        return of(404, "Not Found", "There is no session " + key + near + ". " + Sessions.HOW_TO_MAKE_ONE);
    }

    /** All violations in the body. */
    static Problem of(List<Violation> faults) {
        return of(
                BAD_REQUEST,
                "Bad Request",
                faults.stream().map(Violation::message).collect(Collectors.joining("; ")));
    }

    /**
     * All violations, without the location of the contract. A violation of this contract is always a 400: a 422 is for
     * records that break another contract.
     */
    static Reply reply(Refusal refusal) {
        if (refusal.status() == UNPROCESSABLE) {
            return new ProblemReply(BAD_REQUEST, of(refusal.violations()));
        }
        String detail = refusal.violations().stream().map(Violation::message).collect(Collectors.joining("; "));
        return new ProblemReply(refusal.status(), of(refusal.status(), refusal.reason(), detail));
    }
}
