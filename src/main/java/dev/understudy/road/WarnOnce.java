package dev.understudy.road;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Logs warnings about values that clients sent and that an option would allow: one line per value, and none after a
 * hundred values, as clients can send new ones without end.
 */
public final class WarnOnce {
    private static final int MOST = 100;
    private static final int LONGEST = 300;

    private final Logger log;
    private final String what;
    private final Set<String> told = new HashSet<>();

    /** @param what the plural noun for the values, such as {@code origins} */
    public WarnOnce(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** Logs a warning about this value, unless it was logged before. */
    public void warn(String value, String message) {
        if (isNew(value.length() <= LONGEST ? value : value.substring(0, LONGEST))) {
            log.warn("{}", message);
        }
    }

    private synchronized boolean isNew(String value) {
        if (told.size() == MOST || !told.add(value)) {
            return false;
        }
        if (told.size() == MOST) {
            log.warn("{} {} were refused so far; others are not told any more", MOST, what);
        }
        return true;
    }
}
