package dev.understudy.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How calls and answers that break the contract are treated. */
public record Strictness(Level requests, Level responses) {
    /** A call that breaks the contract is refused; an answer that breaks it is not sent. */
    public static final Strictness FAIL = new Strictness(Level.FAIL, Level.FAIL);

    /** Whether calls and answers are treated alike by both; equals of a record would be linked at the first call. */
    public boolean isSameAs(Strictness other) {
        return requests == other.requests && responses == other.responses;
    }

    /** How a call or an answer that breaks the contract is treated. */
    public enum Level {
        /** It is refused, or not sent. */
        FAIL,
        /** It goes through, and the violations are reported. */
        WARN,
        /** It goes through without a report. */
        OFF;

        /** The name of the level in options, headers and bodies. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The level with this name, ignoring case; empty if there is none. */
        public static Optional<Level> of(String word) {
            return Arrays.stream(values())
                    .filter(level -> level.word().equalsIgnoreCase(word))
                    .findFirst();
        }

        /** The names of all levels, the strictest first. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Level::word).toList();
        }
    }

    /**
     * The settings of one source; null leaves a setting to other sources.
     *
     * @param requests the level for calls
     * @param responses the level for answers
     */
    public record Wish(@Nullable Level requests, @Nullable Level responses) {
        /** No settings. */
        public static final Wish NONE = new Wish(null, null);

        /** These settings, with those of another source where they are null. */
        public Strictness over(Strictness other) {
            return requests == null && responses == null
                    ? other
                    : new Strictness(
                            requests == null ? other.requests() : requests,
                            responses == null ? other.responses() : responses);
        }
    }
}
