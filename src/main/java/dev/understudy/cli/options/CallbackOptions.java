package dev.understudy.cli.options;

import dev.understudy.callbacks.AllowedAddress;
import dev.understudy.callbacks.CallbackSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options for callbacks: where they may be sent, and how. */
public final class CallbackOptions {
    private static final Value<AllowedAddress> ADDRESS =
            new Value<>("HOST:PORT", AllowedAddress.class, CallbackOptions::address);

    private final Supplier<List<AllowedAddress>> allowed;
    private final Supplier<@Nullable String> secret;
    private final Supplier<Duration> delay;
    private final Supplier<Integer> times;
    private final Supplier<@Nullable String> webhooks;

    public CallbackOptions(Command command) {
        allowed = command.list(
                "--allow-callback",
                ADDRESS,
                "Where the callbacks of contracts of your own may be sent, such as localhost:9000; may be repeated. Without"
                        + " it, none are sent.");
        secret = command.optional(
                "--callback-secret",
                Value.any("SECRET", String.class),
                "Sign callbacks by HMAC-SHA256 with this secret (webhook-signature of Standard Webhooks).");
        delay = command.option(
                "--callback-delay",
                Value.TIME_OR_ZERO,
                "0s",
                "How long after the answer a callback is sent, by default ${DEFAULT-VALUE}.");
        times = command.option(
                "--callback-times",
                Value.number("N", 1, 100),
                "1",
                "How often each callback is sent, --callback-delay apart, as senders do that deliver at least"
                        + " once; by default ${DEFAULT-VALUE}.");
        webhooks = command.optional(
                "--webhooks-to",
                Value.any("URL", String.class),
                "Where POST /-/webhooks/NAME sends the webhooks of contracts of your own; --allow-callback must name it too.");
    }

    public CallbackSettings settings() {
        return new CallbackSettings(allowed.get(), secret.get(), delay.get(), times.get(), webhooks.get());
    }

    private static AllowedAddress address(String text) {
        try {
            return AllowedAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new Value.Invalid(String.valueOf(e.getMessage()));
        }
    }
}
