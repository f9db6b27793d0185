package dev.understudy.mocks.techwolf;

import dev.understudy.api.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** TechWolf's error body: an array of titles and descriptions. */
public final class ErrorBody {
    private ErrorBody() {}

    /** One error for each violation, made from its title, as in {@code 400 Bad Request}, and its description. */
    public static <E> List<E> of(Refusal refusal, BiFunction<String, String, E> error) {
        String title = refusal.status() + " " + refusal.reason();
        return refusal.violations().stream()
                .map(violation -> error.apply(title, violation.message() + " (" + refusal.where() + ")"))
                .toList();
    }

    /** The error of a cursor that names nothing. */
    public static <E> List<E> unknownCursor(
            @Nullable String startingAfter, String entity, BiFunction<String, String, E> error) {
        return List.of(error.apply(
                "400 Bad Request",
                "body /starting_after must be the external_id of " + entity + ", was \"" + startingAfter
                        + "\". Use next_starting_after of the page before, or leave it out to start again."));
    }
}
