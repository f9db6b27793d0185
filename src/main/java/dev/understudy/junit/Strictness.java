package dev.understudy.junit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What becomes of a call that breaks its contract, or of an answer that does, in the sessions of a class of tests. */
public enum Strictness {
    /** What the server says: {@link #FAIL}, unless one that runs already was started with another word. */
    AS_SERVED,
    /** The call is refused, and the answer is not sent. */
    FAIL,
    /** It goes on, what it breaks is said in the header {@code Understudy-Violations}, and the test is not failed. */
    WARN,
    /** It goes on, and nobody is told. */
    OFF;

    /** What a session of such tests begins with, as the control API takes it; empty for what the server says. */
    static Map<String, String> of(UnderstudyTest test) {
        var words = new LinkedHashMap<String, String>();
        test.requests().sayAs("requests", words);
        test.responses().sayAs("responses", words);
        return words;
    }

    private void sayAs(String side, Map<String, String> words) {
        if (this != AS_SERVED) {
            words.put(side, name().toLowerCase(Locale.ROOT));
        }
    }
}
