package dev.understudy.control.sessions;

import dev.understudy.session.Strictness;
import dev.understudy.session.Strictness.Level;
import org.jspecify.annotations.Nullable;

/** What becomes of calls and answers that break their contract, as the control API defines it. */
final class StrictnessValues {
    private StrictnessValues() {}

    /** What is wanted of a session; what is left out is as for all sessions. */
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
