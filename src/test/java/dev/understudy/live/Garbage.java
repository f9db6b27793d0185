package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Objects that are noted while they are used, and have to be garbage later. */
public final class Garbage {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final Queue<WeakReference<Object>> noted = new ConcurrentLinkedQueue<>();

    /** Takes note of this object without keeping it, and returns it. */
    public <T> T note(T object) {
        noted.add(new WeakReference<>(object));
        return object;
    }

    /** Fails if something holds any of the objects that were noted so far. */
    public void assertCollected() {
        assertThat(noted).isNotEmpty();
        long start = System.nanoTime();
        while (!held().isEmpty()) {
            assertThat(System.nanoTime() - start).as("still held: %s", held()).isLessThan(LONG_ENOUGH.toNanos());
            System.gc();
        }
        noted.clear();
    }

    private List<String> held() {
        return noted.stream()
                .map(WeakReference::get)
                .filter(object -> object != null)
                .map(object -> object.getClass().getSimpleName())
                .toList();
    }
}
