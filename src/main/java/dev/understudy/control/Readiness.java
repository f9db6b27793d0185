package dev.understudy.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server says of itself when it is asked whether it is ready. It is, as long as it serves: a change of
 * fixtures or contracts that was refused is a warning, since all that was checked before is still there.
 */
public final class Readiness {
    private static final Map<String, Object> READY = Map.of("status", "ready");

    private final String what;
    private volatile Map<String, Object> page = READY;

    /** Of a server whose fixtures may change. */
    public Readiness() {
        this("fixtures");
    }

    /** @param what may change, in the plural */
    public Readiness(String what) {
        this.what = what;
    }

    Map<String, Object> page() {
        return page;
    }

    /** All that lies in the folders is served. */
    public void everythingServed() {
        page = READY;
    }

    /** The folders hold something newer that has these faults. */
    public void refused(List<String> faults) {
        warn("A change of the " + what + " is refused; what was loaded before it is served.", faults);
    }

    /** The folders hold something newer that could not be read, for a reason that the log has. */
    public void failed() {
        warn(
                "A change of the " + what + " cannot be read, the log says why; what was loaded before is served.",
                List.of());
    }

    private void warn(String warning, List<String> faults) {
        var told = new LinkedHashMap<String, Object>(READY);
        told.put("warning", warning);
        told.put("faults", faults);
        page = told;
    }
}
