package dev.understudy.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Reply;
import dev.understudy.api.calls.CallsOf;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private volatile boolean hasRules;

    TestSession(Control control, String key) {
        this.control = control;
        this.key = key;
        this.path = "/-/sessions/" + key;
    }

    /**
     * The session of this key, made anew.
     *
     * @param strictness the words for {@code requests} and {@code responses}, where they are not the server's
     */
    static TestSession begin(Control control, String key, Map<String, String> strictness) {
        var session = new TestSession(control, key);
        if (strictness.isEmpty()) {
            control.put(session.path);
        } else {
            control.put(session.path, Map.of("strictness", strictness));
        }
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
        var calls = new ArrayList<SeenCall>();
        for (JsonNode line :
                control.get(path + "/calls" + WHOLE + "&direction=in").path("calls")) {
            calls.add(0, SeenCall.of(line));
        }
        return List.copyOf(calls);
    }

    /** Those of them that broke the contract, reached no operation, or could not be answered; the oldest first. */
    public List<SeenCall> unexpectedCalls() {
        var calls = new ArrayList<SeenCall>();
        for (JsonNode each : unexpected().path("calls")) {
            calls.add(0, SeenCall.of(each.path("call")));
        }
        return List.copyOf(calls);
    }

    /** The same as the control API defines it, with what was wrong with each; the newest first. */
    JsonNode unexpected() {
        return control.find(path + "/unexpected" + WHOLE);
    }

    /** A command for a POSIX shell that makes one of its calls again. */
    public String curl(SeenCall call) {
        return control.text(path + "/calls/" + call.id() + "/curl");
    }

    /** Forgets its calls, also those that broke the contract, so that the test is not held to them. */
    public void forgetCalls() {
        control.delete(path + "/calls");
    }

    /**
     * Has some of its calls answered otherwise: {@code mock.given(calls("addBook")).times(2).answer(status(503))}.
     * Calls that break the contract are refused all the same.
     */
    public <R extends Reply> Given<R> given(CallsOf<R> calls) {
        hasRules = true;
        return new Given<>(this, calls);
    }

    /** The same for all calls of an operation. */
    public Given<Reply> given(String operation) {
        return given(Calls.calls(operation));
    }

    /**
     * Goes on if it had such a call that kept the contract, or more than one.
     *
     * @throws NotVerified if not, with the calls that are nearest
     */
    public void verify(CallsOf<?> calls) {
        verify(calls, Times.atLeast(1));
    }

    /**
     * Goes on if it had so many such calls that kept the contract.
     *
     * @throws NotVerified if not, with the calls that are nearest
     */
    public void verify(CallsOf<?> calls, Times times) {
        var expected = new LinkedHashMap<String, Object>(times.counts());
        expected.put("call", Given.pattern(calls));
        verify(expected);
    }

    /**
     * Goes on if it had one such call after the other, with or without others between them.
     *
     * @throws NotVerified if not, with the calls that are nearest
     */
    public void verifyInOrder(CallsOf<?>... calls) {
        verify(Map.of("inOrder", Stream.of(calls).map(Given::pattern).toList()));
    }

    private void verify(Map<String, Object> expected) {
        JsonNode verification = control.post(path + "/verify", expected);
        if (!verification.path("met").asBoolean()) {
            throw new NotVerified(verification.path("message").asText());
        }
    }

    Control control() {
        return control;
    }

    /** Where the control API has it. */
    String path() {
        return path;
    }

    /** The rules of this test that decided about no call, each as JSON. */
    List<String> unusedRules() {
        var rules = new ArrayList<String>();
        if (hasRules) {
            for (JsonNode rule : control.find(path + "/rules?unused=true").path("rules")) {
                if (!rule.path("shared").asBoolean()) {
                    rules.add(rule.path("rule").toString());
                }
            }
        }
        return rules;
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
