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
 * The session of one test on a shared server: other tests do not see what this test creates and changes. It starts with
 * the loaded records, and ends with the test.
 *
 * <p>It is safe to use from several threads.
 */
public final class TestSession {
    /** The header with which a call names its session. */
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
     * Starts a new session with this key, and replaces an existing one.
     *
     * @param strictness the settings for {@code requests} and {@code responses} that differ from the server's
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

    /** The session key, which is the value of the {@link #HEADER}: 1 to 64 characters from {@code A-Za-z0-9._-}. */
    public String key() {
        return key;
    }

    /**
     * The base URL that selects this session by its path: {@code http://127.0.0.1:PORT/-/in/KEY}, without a trailing
     * slash. Append the paths of the contracts.
     */
    public String baseUrl() {
        return control.server() + "/-/in/" + key;
    }

    /**
     * The URI of a contract's path in this session, such as {@code /v1/books?page=2}.
     *
     * @param path starts with a slash, and contains only characters that a URI allows
     */
    public URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path must begin with a slash, was " + path);
        }
        return URI.create(baseUrl() + path);
    }

    /** The base URL for calls that select the session by the {@link #HEADER}, without a trailing slash. */
    public String serverUrl() {
        return control.server().toString();
    }

    /** Undoes all changes to the session, as if it had just started; its recorded calls are kept. */
    public void reset() {
        control.post(path + "/reset");
    }

    /** Saves the current records under this name; a session can have at most 20 snapshots. */
    public void snapshot(String name) {
        control.put(path + "/snapshots/" + name);
    }

    /** Restores the records of the snapshot with this name. */
    public void restore(String name) {
        control.post(path + "/snapshots/" + name + "/restore");
    }

    /** Sets the session's clock, which runs on from this time. */
    public void setClock(Instant time) {
        clock("time", time.toString(), false);
    }

    /** Sets the session's clock and stops it at this time. */
    public void freezeClock(Instant time) {
        clock("time", time.toString(), true);
    }

    /** Moves the session's clock by whole seconds; a stopped clock stays stopped. */
    public void moveClock(Duration by) {
        control.put(path + "/clock", Map.of("move", by.toSeconds()));
    }

    private void clock(String name, Object value, boolean frozen) {
        var setting = new LinkedHashMap<String, Object>();
        setting.put(name, value);
        setting.put("frozen", frozen);
        control.put(path + "/clock", setting);
    }

    /** The calls that the session has received so far, oldest first; at most the last 1,000. */
    public List<SeenCall> calls() {
        var calls = new ArrayList<SeenCall>();
        for (JsonNode line :
                control.get(path + "/calls" + WHOLE + "&direction=in").path("calls")) {
            calls.add(0, SeenCall.of(line));
        }
        return List.copyOf(calls);
    }

    /** The calls that broke the contract, reached no operation, or could not be answered; oldest first. */
    public List<SeenCall> unexpectedCalls() {
        var calls = new ArrayList<SeenCall>();
        for (JsonNode each : unexpected().path("calls")) {
            calls.add(0, SeenCall.of(each.path("call")));
        }
        return List.copyOf(calls);
    }

    /** The unexpected calls in the format of the control API, each with its violations; newest first. */
    JsonNode unexpected() {
        return control.find(path + "/unexpected" + WHOLE);
    }

    /** A POSIX shell command that repeats this call. */
    public String curl(SeenCall call) {
        return control.text(path + "/calls/" + call.id() + "/curl");
    }

    /** Deletes the recorded calls, including those that broke the contract, so that they cannot fail the test. */
    public void forgetCalls() {
        control.delete(path + "/calls");
    }

    /**
     * Adds a rule for some of the session's calls: {@code mock.given(calls("addBook")).times(2).answer(status(503))}.
     * Calls that break the contract are still refused.
     */
    public <R extends Reply> Given<R> given(CallsOf<R> calls) {
        hasRules = true;
        return new Given<>(this, calls);
    }

    /** Adds a rule for all calls of an operation. */
    public Given<Reply> given(String operation) {
        return given(Calls.calls(operation));
    }

    /**
     * Checks that the session received at least one such call that kept the contract.
     *
     * @throws NotVerified if it did not; the message lists the closest calls
     */
    public void verify(CallsOf<?> calls) {
        verify(calls, Times.atLeast(1));
    }

    /**
     * Checks that the session received this number of such calls that kept the contract.
     *
     * @throws NotVerified if it did not; the message lists the closest calls
     */
    public void verify(CallsOf<?> calls, Times times) {
        var expected = new LinkedHashMap<String, Object>(times.counts());
        expected.put("call", Given.pattern(calls));
        verify(expected);
    }

    /**
     * Checks that the session received these calls in this order; other calls may come between them.
     *
     * @throws NotVerified if it did not; the message lists the closest calls
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

    /** The session's path in the control API. */
    String path() {
        return path;
    }

    /** The session's rules that decided about no call, each as JSON. */
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

    /** Ends the session, unless the test has already ended it. */
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
