package dev.understudy.junit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the sessions of a test class treat a call or an answer that breaks the contract. */
public enum Strictness {
    /** As the server is configured: {@link #FAIL} by default. */
    AS_SERVED,
    /** A call that breaks the contract is refused; an answer that breaks it is not sent. */
    FAIL,
    /**
     * The call or answer goes through, the header {@code Understudy-Violations} lists the violations, and the test does
     * not fail because of them.
     */
    WARN,
    /** The call or answer goes through, and no violation is reported. */
    OFF;

    /**
     * The initial settings of a session for these tests, in the format of the control API; empty for the server's
     * settings.
     */
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
