package dev.understudy.junit;

/** A rule of a session. It ends with the test. */
public final class GivenRule {
    private final TestSession session;
    private final String id;

    GivenRule(TestSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** What the control API calls it. */
    public String id() {
        return id;
    }

    /** About how many calls it has decided. */
    public long used() {
        return session.control().get(path()).path("used").asLong();
    }

    /** Ends it before the test does. */
    public void end() {
        session.control().delete(path());
    }

    private String path() {
        return session.path() + "/rules/" + id;
    }
}
