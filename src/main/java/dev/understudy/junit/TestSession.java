package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The session of one test on the server that all share: what the test creates and changes, no other sees. It begins
 * with the records that are loaded, and ends with the test.
 *
 * <p>It may be used by several threads at once.
 */
public final class TestSession {
    /** The header by which a call names its session. */
    public static final String HEADER = "Understudy-Session";

    private static final String WHOLE = "?limit=1000";

    private final Control control;
    private final String key;
    private final String path;

    TestSession(Control control, String key) {
        this.control = control;
        this.key = key;
        this.path = "/-/sessions/" + key;
    }

    /** The session of this key, made anew. */
    static TestSession begin(Control control, String key) {
        var session = new TestSession(control, key);
        control.put(session.path);
        return session;
    }

    /** Its key: the value of the {@link #HEADER}, of 1 to 64 of the characters {@code A-Za-z0-9._-}. */
    public String key() {
        return key;
    }

    /**
     * Where its calls go that name it by their path, {@code http://127.0.0.1:PORT/-/in/KEY}, without a slash at its
     * end: the paths of the contracts follow.
     */
    public String baseUrl() {
        return control.server() + "/-/in/" + key;
    }

    /**
     * A path of a contract in this session, such as {@code /v1/books?page=2}.
     *
     * @param path begins with a slash, and has no characters that a URI cannot have
     */
    public URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path must begin with a slash, was " + path);
        }
        return URI.create(baseUrl() + path);
    }

    /** Where calls go that name it by the {@link #HEADER}, without a slash at its end. */
    public String serverUrl() {
        return control.server().toString();
    }

    /** Forgets what the test has changed, as if it had just begun; its calls stay noted. */
    public void reset() {
        control.post(path + "/reset");
    }

    /** Keeps its records as they are now under a name, of at most 20. */
    public void snapshot(String name) {
        control.put(path + "/snapshots/" + name);
    }

    /** Has its records be as they were when the snapshot of this name was made. */
    public void restore(String name) {
        control.post(path + "/snapshots/" + name + "/restore");
    }

    /** Sets its time, which goes on from there. */
    public void setClock(Instant time) {
        clock("time", time.toString(), false);
    }

    /** Sets its time, which stands still from then on. */
    public void freezeClock(Instant time) {
        clock("time", time.toString(), true);
    }

    /** Moves its time, which stands still if it did, by whole seconds. */
    public void moveClock(Duration by) {
        control.put(path + "/clock", Map.of("move", by.toSeconds()));
    }

    private void clock(String name, Object value, boolean frozen) {
        var setting = new LinkedHashMap<String, Object>();
        setting.put(name, value);
        setting.put("frozen", frozen);
        control.put(path + "/clock", setting);
    }

    /** The calls that it had so far, the oldest first, at most the last 1,000. */
    public List<SeenCall> calls() {
        return calls("");
    }

    /** Those of them that broke the contract, reached no operation, or could not be answered. */
    public List<SeenCall> unexpectedCalls() {
        var calls = new ArrayList<>(calls("&verdict=refused"));
        calls.addAll(calls("&verdict=failed"));
        calls.sort((one, other) -> Long.compare(one.id(), other.id()));
        return List.copyOf(calls);
    }

    private List<SeenCall> calls(String filter) {
        var calls = new ArrayList<SeenCall>();
        for (JsonNode line : control.get(path + "/calls" + WHOLE + filter).path("calls")) {
            calls.add(0, SeenCall.of(line));
        }
        return List.copyOf(calls);
    }

    /** A command for a POSIX shell that makes one of its calls again. */
    public String curl(SeenCall call) {
        return control.text(path + "/calls/" + call.id() + "/curl");
    }

    /** Forgets its calls, also those that broke the contract, so that the test is not held to them. */
    public void forgetCalls() {
        control.delete(path + "/calls");
    }

    Control control() {
        return control;
    }

    /** What was wrong with a call, each thing in a sentence. */
    List<String> violations(SeenCall call) {
        var messages = new ArrayList<String>();
        for (JsonNode violation : control.get(path + "/calls/" + call.id()).path("violations")) {
            messages.add(violation.path("message").asText());
        }
        return messages;
    }

    /** A test may have ended it itself. */
    void end() {
        try {
            control.delete(path);
        } catch (ControlException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return "session " + key + " at " + baseUrl();
    }
}
