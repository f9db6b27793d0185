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
 * What the server says of itself when it is asked whether it is ready. It is, as long as it serves: a change of
 * fixtures or contracts that was refused is a warning, since all that was checked before is still there. Who asks for a
 * revision is told whether that one is served.
 */
public final class Readiness {
    /** Where it is asked for. */
    public static final String PATH = "/-/ready";

    private final String what;
    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private volatile Known known = new Known("", "", null, List.of());

    /**
     * What is known.
     *
     * @param revision what is served; empty as long as that is not known
     * @param refused what would be served if it had no faults; empty if there is no such thing
     */
    private record Known(String revision, String refused, @Nullable String warning, List<String> faults) {}

    /** Of a server whose fixtures may change. */
    public Readiness() {
        this("fixtures");
    }

    /** @param what may change, in the plural */
    public Readiness(String what) {
        this.what = what;
    }

    /** The revision that is served; empty as long as that is not known. */
    public String revision() {
        return known.revision();
    }

    /** All that lies in the folders is served, which has this revision. */
    public void everythingServed(String revision) {
        now(new Known(revision, "", null, List.of()));
    }

    /** The folders hold something newer of this revision that has these faults. */
    public void refused(String revision, List<String> faults) {
        String warning = "A change of the " + what + " is refused; what was loaded before it is served.";
        now(new Known(known.revision(), revision, warning, faults));
    }

    /** The folders hold something newer that could not be read, for a reason that the log has. */
    public void failed() {
        String warning =
                "A change of the " + what + " cannot be read, the log says why; what was loaded before is served.";
        now(new Known(known.revision(), "", warning, List.of()));
    }

    private void now(Known next) {
        known = next;
        followers.forEach(Runnable::run);
    }

    /** Has this done after each change, until it is removed. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable follower) {
        followers.remove(follower);
    }

    /** Whether there is nothing to wait for: it is served, or was refused for its faults. */
    boolean isDecided(ReadyQuery query) {
        Known now = known;
        String wanted = query.revision();
        return wanted == null || wanted.equals(now.revision()) || wanted.equals(now.refused());
    }

    /** The answer as things are now. */
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
