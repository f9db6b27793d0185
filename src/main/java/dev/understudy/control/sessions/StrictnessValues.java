package dev.understudy.control.sessions;

import dev.understudy.session.Strictness;
import dev.understudy.session.Strictness.Level;
import org.jspecify.annotations.Nullable;

/** Converts strictness settings to and from the format of the control API. */
final class StrictnessValues {
    private StrictnessValues() {}

    /** The settings for a session; omitted ones are as for all sessions. */
    static Strictness.Wish wish(SessionSetting wanted) {
        StrictnessSetting setting = wanted.strictness();
        return setting == null
                ? Strictness.Wish.NONE
                : new Strictness.Wish(level(setting.requests()), level(setting.responses()));
    }

    private static @Nullable Level level(@Nullable StrictnessLevel wanted) {
        return wanted == null ? null : Level.valueOf(wanted.name());
    }

    static SessionStrictness shown(Strictness strictness) {
        return new SessionStrictness(
                StrictnessLevel.valueOf(strictness.requests().name()),
                StrictnessLevel.valueOf(strictness.responses().name()));
    }
}
