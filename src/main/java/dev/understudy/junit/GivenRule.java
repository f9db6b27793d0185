package dev.understudy.junit;

/** A rule of a session; it is removed when the test ends. */
public final class GivenRule {
    private final TestSession session;
    private final String id;

    GivenRule(TestSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** The rule's id in the control API. */
    public String id() {
        return id;
    }

    /** The number of calls that this rule has decided about. */
    public long used() {
        return session.control().get(path()).path("used").asLong();
    }

    /** Removes the rule before the test ends. */
    public void end() {
        session.control().delete(path());
    }

    private String path() {
        return session.path() + "/rules/" + id;
    }
}
