package dev.understudy.live;

import java.time.Duration;

/**
 * How often folders are checked, and how long they must stay unchanged before a change counts as complete. Both
 * together, with the reading, must take less than two seconds.
 */
public record WatchInterval(Duration every, Duration quiet) {
    /** Short enough to go unnoticed by people and programs that save files. */
    public static final WatchInterval DEFAULT = new WatchInterval(Duration.ofMillis(500), Duration.ofMillis(300));
}
