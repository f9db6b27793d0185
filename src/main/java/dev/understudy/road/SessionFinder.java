package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.session.RequestedSession;
import dev.understudy.session.Session;
import dev.understudy.session.SessionKeyReader;
import dev.understudy.session.Sessions;
import dev.understudy.session.Strictness;
import dev.understudy.session.StrictnessHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the session of a request, before the first filter. */
public final class SessionFinder {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFinder.class);

    /** Browsers request this path on their own. */
    private static final String ICON = "/favicon.ico";

    private static final String THREE_WAYS = "This call names no session, and this server asks each call for one"
            + " (--require-session): send the header Understudy-Session: KEY, or the baggage member"
            + " understudy-session=KEY, or call the path below /-/in/KEY.";

    private final Sessions sessions;
    private final Predicate<Request> api;
    private final boolean console;
    private final LongAdder unkeyed = new LongAdder();
    private final WarnOnce hints = new WarnOnce(LOG, "paths");

    /** The session of preflights, which never carry a key and change nothing. */
    private final Session nobody = new Session("");

    /** Whether a request has selected its session by path. */
    private volatile boolean byPrefix;

    /** Whether a request has selected its session in another way. */
    private volatile boolean byHeader;

    /**
     * Finds the sessions of requests.
     *
     * @param api tests whether the path of a request belongs to an API
     * @param console whether browsers that open the root path are redirected to a console
     */
    public SessionFinder(Sessions sessions, Predicate<Request> api, boolean console) {
        this.console = console;
        this.sessions = sessions;
        this.api = api;
    }

    /** The number of calls of mocked APIs that named no session. */
    public long unkeyed() {
        return unkeyed.sum();
    }

    /**
     * The request with its session and strictness, ready for the filters.
     *
     * @param prefix the key after {@code /-/in/}, which was removed from the path; null if there was none
     */
    public IncomingRequest arrive(Request request, @Nullable String prefix, ScanBudget budget) {
        return isPreflight(request)
                ? new IncomingRequest(request, nobody, budget)
                : strict(inSession(request, prefix, budget));
    }

    /** Adds the strictness that applies to the request. */
    private IncomingRequest strict(IncomingRequest incoming) {
        StrictnessHeaders.Found found = StrictnessHeaders.of(incoming.request().headers());
        if (incoming.sessionError() != null) {
            return incoming;
        } else if (found instanceof StrictnessHeaders.Wrong wrong) {
            String path = incoming.request().path();
            Problem problem = Problem.of(400, "Bad Request", wrong.detail(), path);
            return incoming.with(Answer.of(problem.response(Map.of()), wrong.detail()));
        }
        Strictness.Wish wish = ((StrictnessHeaders.Asked) found).wish();
        Strictness strictness = wish.over(sessions.strictness(incoming.session()));
        return strictness == incoming.strictness() ? incoming : incoming.with(strictness);
    }

    private IncomingRequest inSession(Request request, @Nullable String prefix, ScanBudget budget) {
        RequestedSession requested = SessionKeyReader.of(request.headers(), prefix);
        if (requested instanceof RequestedSession.Of of) {
            return of.byPrefix() ? prefixed(request, of.key(), budget) : entered(request, of.key(), budget);
        } else if (console && BrowserVisit.is(request) && !leads(request, request.path())) {
            return new IncomingRequest(request, nobody, budget).with(BrowserVisit.ANSWER);
        } else if (requested instanceof RequestedSession.Wrong wrong) {
            return sessionError(request, budget, 400, "Bad Request", wrong.detail(), Map.of());
        }
        return unnamed(request, budget);
    }

    private static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS") && Cors.isPreflight(request);
    }

    private IncomingRequest unnamed(Request request, ScanBudget budget) {
        unkeyed.increment();
        if (sessions.limits().required() && !request.path().equals(ICON)) {
            return sessionError(request, budget, 400, "Bad Request", THREE_WAYS, Map.of());
        }
        if (byPrefix && !byHeader && leads(request, request.path())) {
            hints.warn(
                    request.method() + " " + request.path(),
                    "The call " + request.method() + " " + request.path() + " names no session, while others are named"
                            + " by /-/in/KEY: a base URL must end in a slash, and the path after it must not begin with"
                            + " one, where a client drops the path of its base URL");
        }
        return new IncomingRequest(request, sessions.unnamed(), budget);
    }

    private IncomingRequest entered(Request request, String key, ScanBudget budget) {
        if (!byHeader) {
            // Check before writing: a write with each call would make all cores wait for the shared memory.
            byHeader = true;
        }
        return enter(request, key, budget);
    }

    /**
     * A wrong base URL may look like a session key in the path, so a session is created only if a path of an API
     * follows.
     */
    private IncomingRequest prefixed(Request request, String key, ScanBudget budget) {
        Optional<Session> known = sessions.called(key);
        if (known.isPresent()) {
            return new IncomingRequest(request, known.get(), budget);
        }
        if (!leads(request, request.path())) {
            return sessionError(request, budget, 404, "Not Found", lost(request, key), Map.of());
        }
        byPrefix = true;
        return enter(request, key, budget);
    }

    private IncomingRequest enter(Request request, String key, ScanBudget budget) {
        Sessions.Room room = sessions.enter(key);
        if (room instanceof Sessions.Room.Full full) {
            String detail = "There are " + full.most() + " sessions, and none was idle for a minute: end some"
                    + " (DELETE /-/sessions/KEY), or allow more by --max-sessions.";
            var later = Map.of("Retry-After", Long.toString(full.retryAfter()));
            return sessionError(request, budget, 503, "Service Unavailable", detail, later);
        }
        return new IncomingRequest(request, ((Sessions.Room.In) room).session(), budget);
    }

    private IncomingRequest sessionError(
            Request request, ScanBudget budget, int status, String title, String detail, Map<String, String> headers) {
        Problem problem = Problem.of(status, title, detail, request.path());
        // The session is unknown, so the call is recorded with the calls without a key, where users would look for it.
        return new IncomingRequest(request, sessions.unnamed(), budget)
                .with(Answer.of(problem.response(headers), detail));
    }

    private boolean leads(Request request, String path) {
        return api.test(request.at(path));
    }

    /** Explains which slash is probably missing. */
    private String lost(Request request, String key) {
        String rest = request.path().equals("/") ? "" : request.path();
        String start = "There is no session " + key + ", and " + (rest.isEmpty() ? "no path" : rest)
                + " is no path of an API, so none is made. ";
        if (leads(request, "/" + key + rest)) {
            return start + "/" + key + rest + " is one: end the base URL in a slash, as in /-/in/KEY/, so that its last"
                    + " part is not replaced.";
        }
        // Try the longest session key first that this key starts with.
        for (int end = key.length() - 1; end > 0; end--) {
            String near = key.substring(0, end);
            String path = "/" + key.substring(end) + rest;
            if (sessions.find(near).isPresent() && leads(request, path)) {
                return start + "The session " + near + " and the path " + path
                        + " are there: put a slash between them, as in /-/in/" + near + "/.";
            }
        }
        return start + "Does the base URL end in a slash, or the path begin with one?"
                + sessions.nearest(key)
                        .map(near -> " The nearest session is " + near + ".")
                        .orElse("");
    }
}
