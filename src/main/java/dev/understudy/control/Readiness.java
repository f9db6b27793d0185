package dev.understudy.control;

import dev.understudy.api.Json;
import dev.understudy.api.Response;
import dev.understudy.road.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * Reports whether the server is ready, which it is as long as it serves: a refused change of fixtures or contracts is
 * only a warning, since what was loaded before is still served. A request for a revision is told whether that one is
 * served.
 */
public final class Readiness {
    /** The path of the page. */
    public static final String PATH = "/-/ready";

    private final String what;
    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private volatile Known known = new Known("", "", null, List.of());

    /**
     * The current knowledge.
     *
     * @param revision the served revision; empty until it is known
     * @param refused the revision that was refused for its faults; empty if there is none
     */
    private record Known(String revision, String refused, @Nullable String warning, List<String> faults) {}

    /** For a server whose fixtures may change. */
    public Readiness() {
        this("fixtures");
    }

    /** @param what what may change, as a plural noun */
    public Readiness(String what) {
        this.what = what;
    }

    /** The served revision; empty until it is known. */
    public String revision() {
        return known.revision();
    }

    /** Notes that the current files, with this revision, are served. */
    public void everythingServed(String revision) {
        now(new Known(revision, "", null, List.of()));
    }

    /** Notes that the current files, with this revision, were refused for these faults. */
    public void refused(String revision, List<String> faults) {
        String warning = "A change of the " + what + " is refused; what was loaded before it is served.";
        now(new Known(known.revision(), revision, warning, faults));
    }

    /** Notes that the current files could not be read; the log has the reason. */
    public void failed() {
        String warning =
                "A change of the " + what + " cannot be read, the log says why; what was loaded before is served.";
        now(new Known(known.revision(), "", warning, List.of()));
    }

    private void now(Known next) {
        known = next;
        followers.forEach(Runnable::run);
    }

    /** Adds a listener that runs after each change, until it is removed. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable follower) {
        followers.remove(follower);
    }

    /** Whether waiting is over: the revision is served, or was refused for its faults. */
    boolean isDecided(ReadyQuery query) {
        Known now = known;
        String wanted = query.revision();
        return wanted == null || wanted.equals(now.revision()) || wanted.equals(now.refused());
    }

    /** The answer for the current situation. */
    Response answer(ReadyQuery query) {
        if (query.flaw() != null) {
            return Problem.of(400, "Bad Request", query.flaw(), PATH).response(Map.of());
        }
        Known now = known;
        String wanted = query.revision();
        boolean other = wanted != null && !wanted.equals(now.revision());
        var page = new LinkedHashMap<String, Object>();
        page.put("status", other ? "other revision" : "ready");
        if (!now.revision().isEmpty()) {
            page.put("revision", now.revision());
        }
        if (now.warning() != null) {
            page.put("warning", now.warning());
            page.put("faults", now.faults());
        }
        return new Response(other ? 503 : 200, Map.of("Content-Type", "application/json"), Json.write(page));
    }
}
