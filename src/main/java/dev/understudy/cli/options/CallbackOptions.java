package dev.understudy.cli.options;

import dev.understudy.callbacks.AllowedAddress;
import dev.understudy.callbacks.CallbackSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The options for callbacks: where they may be sent, and how. */
public final class CallbackOptions {
    private static final int MOST_TIMES = 100;

    private final Supplier<List<AllowedAddress>> allowed;
    private final Supplier<@Nullable String> secret;
    private final Supplier<Duration> delay;
    private final Supplier<Integer> times;
    private final Supplier<@Nullable String> webhooks;

    public CallbackOptions(Options options) {
        ITypeConverter<AllowedAddress> address = CallbackOptions::address;
        allowed = options.many(
                "--allow-callback",
                "HOST:PORT",
                AllowedAddress.class,
                ",",
                "Where the callbacks of contracts of your own may be sent, such as localhost:9000; may be repeated. Without"
                        + " it, none are sent.",
                address);
        secret = options.maybe(
                "--callback-secret",
                "SECRET",
                String.class,
                "Sign callbacks by HMAC-SHA256 with this secret (webhook-signature of Standard Webhooks).");
        delay = options.one(
                "--callback-delay",
                "TIME",
                Duration.class,
                "0s",
                "How long after the answer a callback is sent, by default ${DEFAULT-VALUE}.",
                Span.orZero());
        ITypeConverter<Integer> count = CallbackOptions::times;
        times = options.one(
                "--callback-times",
                "N",
                Integer.class,
                "1",
                "How often each callback is sent, --callback-delay apart, as senders do that deliver at least"
                        + " once; by default ${DEFAULT-VALUE}.",
                count);
        webhooks = options.maybe(
                "--webhooks-to",
                "URL",
                String.class,
                "Where POST /-/webhooks/NAME sends the webhooks of contracts of your own; --allow-callback must name it too.");
    }

    public CallbackSettings settings() {
        return new CallbackSettings(allowed.get(), secret.get(), delay.get(), times.get(), webhooks.get());
    }

    private static AllowedAddress address(String text) {
        try {
            return AllowedAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Integer times(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST_TIMES) {
            throw new TypeConversionException("must be a number from 1 to " + MOST_TIMES + ", was '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
