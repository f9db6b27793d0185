package dev.understudy.live;

import java.time.Duration;

/**
 * How often folders are looked at, and for how long they must look the same before a change counts as finished. Both
 * together, and the reading, have to stay below two seconds.
 */
public record WatchInterval(Duration every, Duration quiet) {
    /** What people and programs that save files do not notice. */
    public static final WatchInterval DEFAULT = new WatchInterval(Duration.ofMillis(500), Duration.ofMillis(300));
}
