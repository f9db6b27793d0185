package dev.understudy.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of calls that break their contract, and of answers that do. */
public record Strictness(Level requests, Level responses) {
    /** A call that breaks the contract is refused, and an answer that does is not sent. */
    public static final Strictness FAIL = new Strictness(Level.FAIL, Level.FAIL);

    /** What becomes of one that breaks it. */
    public enum Level {
        /** It goes no further. */
        FAIL,
        /** It goes on, and what it breaks is said. */
        WARN,
        /** It goes on, and nobody is told. */
        OFF;

        /** The word for it in options, headers and bodies. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The level of this word, in any case; empty if it is none. */
        public static Optional<Level> of(String word) {
            return Arrays.stream(values())
                    .filter(level -> level.word().equalsIgnoreCase(word))
                    .findFirst();
        }

        /** All words, the strictest first. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Level::word).toList();
        }
    }

    /**
     * What somebody asks to be so; what is null is left to others.
     *
     * @param requests of calls
     * @param responses of answers
     */
    public record Wish(@Nullable Level requests, @Nullable Level responses) {
        /** All is left to others. */
        public static final Wish NONE = new Wish(null, null);

        /** What is so if this goes before something else. */
        public Strictness over(Strictness other) {
            return requests == null && responses == null
                    ? other
                    : new Strictness(
                            requests == null ? other.requests() : requests,
                            responses == null ? other.responses() : responses);
        }
    }
}
