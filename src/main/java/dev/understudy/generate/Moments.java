package dev.understudy.generate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Points in the year that generated records live in: fixed, so that the same seed means the same bytes for ever. */
final class Moments {
    static final Instant FIRST = Instant.parse("2025-07-01T06:00:00Z");
    static final Instant LAST = Instant.parse("2026-06-30T18:00:00Z");

    private static final DateTimeFormatter WITH_MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Moments() {}

    static Instant any(SeededRandom chance) {
        return later(FIRST, LAST, chance);
    }

    /** Between these two. */
    static Instant later(Instant first, Instant last, SeededRandom chance) {
        return first.plus(chance.below(ChronoUnit.MICROS.between(first, last) + 1), ChronoUnit.MICROS);
    }

    /** The moment at which the record with this index, of so many in order of their creation, was created. */
    static Instant inTurn(int index, int count, SeededRandom chance) {
        long step = ChronoUnit.MILLIS.between(FIRST, LAST) / count;
        return FIRST.plusMillis(index * step + chance.below(Math.max(1, step)));
    }

    /** As TechWolf writes it. */
    static String text(Instant moment) {
        return WITH_MICROSECONDS.format(moment);
    }
}
