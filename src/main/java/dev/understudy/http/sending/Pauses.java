package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The pauses of an answer that are not caused by the client, one at a time. */
final class Pauses {
    private final Delays delays;
    private final EventExecutor loop;
    private @Nullable Pause current;
    private boolean hurried;

    Pauses(Delays delays, EventExecutor loop) {
        this.delays = delays;
        this.loop = loop;
    }

    /** @param effect whether an effect causes the pause, and not the pace of the content */
    private record Pause(boolean effect, Runnable then, Runnable cancel) {}

    boolean running() {
        return current != null;
    }

    /** Pauses for the time that an effect takes; false if there is no pause. */
    boolean ofEffect(Duration time, Runnable then) {
        return !hurried && begin(true, time, then);
    }

    /** Pauses between two pieces of the content; false if there is no pause. */
    boolean ofPace(Duration time, Runnable then) {
        return begin(false, time, then);
    }

    private boolean begin(boolean effect, Duration time, Runnable then) {
        if (time.isZero()) {
            return false;
        }
        current = new Pause(effect, then, delays.run(loop, time, () -> {
            current = null;
            then.run();
        }));
        return true;
    }

    /** Ends the current pause of an effect, and skips later ones. */
    void hurry() {
        hurried = true;
        Pause pause = current;
        if (pause != null && pause.effect()) {
            abandon();
            pause.then().run();
        }
    }

    /** Cancels the current pause and what follows it. */
    void abandon() {
        if (current != null) {
            current.cancel().run();
            current = null;
        }
    }
}
