package dev.understudy.callbacks;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an API sends requests itself.
 *
 * @param allowed the only addresses that they are sent to
 * @param secret the secret that they are signed with; null for no signature
 * @param delay the time between the answer and the first request, and between repetitions
 * @param times how often each request is sent, to imitate senders that deliver at least once
 * @param webhooks the address that webhooks are sent to; null for none
 */
public record CallbackSettings(
        List<AllowedAddress> allowed, @Nullable String secret, Duration delay, int times, @Nullable String webhooks) {
    /** Sends nothing. */
    public static final CallbackSettings NONE = new CallbackSettings(List.of(), null, Duration.ZERO, 1, null);

    public CallbackSettings {
        allowed = List.copyOf(allowed);
    }
}
