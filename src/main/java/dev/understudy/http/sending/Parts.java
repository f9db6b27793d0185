package dev.understudy.http.sending;

import dev.understudy.api.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of an effect, at most one of each kind. */
record Parts(List<Effect> all) {
    static Parts of(Effect effect) {
        return new Parts(effect instanceof Effect.Together together ? together.parts() : List.of(effect));
    }

    <E extends Effect> Optional<E> find(Class<E> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether the content is unchanged and sent at full speed, apart from stops. */
    boolean leaveContent() {
        return all.stream()
                .noneMatch(part -> part instanceof Effect.Truncate
                        || part instanceof Effect.Garble
                        || part instanceof Effect.Dribble);
    }

    /** The delay before anything else happens. */
    Duration delay() {
        return find(Effect.Delay.class).map(Effect.Delay::time).orElse(Duration.ZERO);
    }

    /** The point at which the connection or stream ends; null if the effect does not end it. */
    Effect.@Nullable Point end() {
        return find(Effect.Cut.class)
                .map(Effect.Cut::at)
                .or(() -> find(Effect.Reset.class).map(Effect.Reset::at))
                .orElse(null);
    }
}
