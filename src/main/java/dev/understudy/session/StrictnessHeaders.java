package dev.understudy.session;

import dev.understudy.api.Headers;
import dev.understudy.api.MessageText;
import dev.understudy.session.Strictness.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the strictness that a request asks for in the headers {@code Understudy-Requests} and
 * {@code Understudy-Responses}.
 */
public final class StrictnessHeaders {
    /** Sets the level for the request. */
    public static final String REQUESTS = "Understudy-Requests";

    /** Sets the level for its answer. */
    public static final String RESPONSES = "Understudy-Responses";

    private StrictnessHeaders() {}

    /** The result of reading the headers. */
    public sealed interface Found {}

    /** The settings that the request asks for. */
    public record Asked(Strictness.Wish wish) implements Found {}

    /** A value of a header is invalid; a sentence says what to change. */
    public record Wrong(String detail) implements Found {}

    private static final Found NOTHING = new Asked(Strictness.Wish.NONE);

    /** Reads the settings from these headers. */
    public static Found of(Headers headers) {
        List<String> requests = headers.all(REQUESTS);
        List<String> responses = headers.all(RESPONSES);
        if (requests.isEmpty() && responses.isEmpty()) {
            // The most common case.
            return NOTHING;
        }
        Optional<String> wrong = flaw(REQUESTS, requests).or(() -> flaw(RESPONSES, responses));
        return wrong.<Found>map(Wrong::new)
                .orElseGet(() -> new Asked(new Strictness.Wish(level(requests), level(responses))));
    }

    private static @Nullable Level level(List<String> values) {
        return values.isEmpty() ? null : Level.of(values.get(0).strip()).orElse(null);
    }

    private static Optional<String> flaw(String name, List<String> values) {
        if (values.isEmpty()
                || values.size() == 1 && Level.of(values.get(0).strip()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("header \"" + name + "\" must be " + MessageText.or(Level.words()) + ", was "
                + MessageText.text(String.join(", ", values)) + ".");
    }
}
