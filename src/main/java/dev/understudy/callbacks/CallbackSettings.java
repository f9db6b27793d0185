package dev.understudy.callbacks;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How requests of the API are sent.
 *
 * @param allowed where they may go; nowhere else are they sent
 * @param secret what they are signed with; null for no signature
 * @param delay between the answer and the first request, and between this and the next
 * @param times how often each is sent, as by senders that deliver at least once
 * @param webhooks the address that webhooks go to; null for none
 */
public record CallbackSettings(
        List<AllowedAddress> allowed, @Nullable String secret, Duration delay, int times, @Nullable String webhooks) {
    /** To nobody. */
    public static final CallbackSettings NONE = new CallbackSettings(List.of(), null, Duration.ZERO, 1, null);

    public CallbackSettings {
        allowed = List.copyOf(allowed);
    }
}
