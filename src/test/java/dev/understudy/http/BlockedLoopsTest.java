package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Response;
import dev.understudy.live.Settings;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The watch over event loops sees what it is for. */
@Timeout(60)
@BlockedLoops.OnPurpose
class BlockedLoopsTest {
    @Test
    void a_loop_that_waits_is_seen() throws Exception {
        assertThat(seenWhile(() -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1))))
                .contains("was kept for more than", "BlockedLoopsTest");
    }

    @Test
    void a_loop_that_works_is_seen() throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        assertThat(seenWhile(() -> {
                    long end = threads.getCurrentThreadCpuTime() + TimeUnit.SECONDS.toNanos(1);
                    while (threads.getCurrentThreadCpuTime() < end) {
                        Thread.onSpinWait();
                    }
                }))
                .contains("was kept for more than", "BlockedLoopsTest");
    }

    @Test
    void a_loop_that_is_quick_is_not() throws Exception {
        assertThat(seenWhile(() -> {})).isEmpty();
    }

    private static String seenWhile(Runnable work) throws Exception {
        Exchange slow = request -> {
            work.run();
            return Answer.of(new Response(200, Map.of(), new byte[0]));
        };
        var settings = Settings.DEFAULT;
        try (MockServer server = MockServer.start(settings.address(), settings.access(), slow)) {
            Wire.exchange(server.port(), Stage.GET + "Connection: close\r\n\r\n");
        }
        return String.join("\n", BlockedLoops.sightings());
    }
}
