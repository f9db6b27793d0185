package dev.understudy.http.sending;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The pauses in which an answer waits for the time and not for the client; one after the other. */
final class Pauses {
    private final Delays delays;
    private final EventExecutor loop;
    private @Nullable Pause current;
    private boolean hurried;

    Pauses(Delays delays, EventExecutor loop) {
        this.delays = delays;
        this.loop = loop;
    }

    /** @param effect whether an effect asked for it, and not the pace of the content */
    private record Pause(boolean effect, Runnable then, Runnable cancel) {}

    boolean running() {
        return current != null;
    }

    /** Goes on after the time that an effect takes; false if there is none to wait for. */
    boolean ofEffect(Duration time, Runnable then) {
        return !hurried && begin(true, time, then);
    }

    /** Goes on after the time between two pieces of the content; false if there is none to wait for. */
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

    /** From now on effects take no time. */
    void hurry() {
        hurried = true;
        Pause pause = current;
        if (pause != null && pause.effect()) {
            abandon();
            pause.then().run();
        }
    }

    /** Nothing goes on any more. */
    void abandon() {
        if (current != null) {
            current.cancel().run();
            current = null;
        }
    }
}
