package dev.understudy.session;

import dev.understudy.api.Headers;
import dev.understudy.api.MessageText;
import dev.understudy.session.Strictness.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for itself by the headers {@code Understudy-Requests} and {@code Understudy-Responses}. */
public final class StrictnessHeaders {
    /** What becomes of the request if it breaks its contract. */
    public static final String REQUESTS = "Understudy-Requests";

    /** What becomes of its answer if that does. */
    public static final String RESPONSES = "Understudy-Responses";

    private StrictnessHeaders() {}

    /** What was found. */
    public sealed interface Found {}

    /** What it asks for. */
    public record Asked(Strictness.Wish wish) implements Found {}

    /** It asks for what there is not; a sentence that says what must be different. */
    public record Wrong(String detail) implements Found {}

    private static final Found NOTHING = new Asked(Strictness.Wish.NONE);

    /** What a request with these headers asks for. */
    public static Found of(Headers headers) {
        List<String> requests = headers.all(REQUESTS);
        List<String> responses = headers.all(RESPONSES);
        if (requests.isEmpty() && responses.isEmpty()) {
            // Nearly all requests end here.
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
