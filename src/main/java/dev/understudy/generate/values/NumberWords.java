package dev.understudy.generate.values;

import static java.util.Map.entry;

import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.Persona.Fact;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a number is likely to be, by the name of its property. */
final class NumberWords {
    /** What is counted, of whom. */
    private interface Word extends BiFunction<Persona, SeededRandom, BigDecimal> {}

    private static final Map<String, Word> WORDS = Map.ofEntries(
            entry("id", between(1, 99_999)),
            entry("number", between(1_000, 9_999)),
            entry("price", amount()),
            entry("amount", amount()),
            entry("cost", amount()),
            entry("fee", amount()),
            entry("total", amount()),
            entry("balance", amount()),
            entry("tax", amount()),
            entry("salary", between(38_000, 96_000)),
            entry("quantity", between(1, 20)),
            entry("count", between(1, 40)),
            entry("total_count", between(3, 3)),
            entry("age", between(18, 80)),
            entry("year", between(2024, 2026)),
            entry("month", between(1, 12)),
            entry("day", between(1, 28)),
            entry("hour", between(8, 17)),
            entry("minute", between(0, 59)),
            entry("percent", between(1, 100)),
            entry("percentage", between(1, 100)),
            entry("rate", fraction()),
            entry("ratio", fraction()),
            entry("score", between(1, 100)),
            entry("rating", between(1, 5)),
            entry("page", between(1, 1)),
            entry("page_size", between(20, 20)),
            entry("per_page", between(20, 20)),
            entry("limit", between(20, 20)),
            entry("offset", between(0, 0)),
            entry("status", between(200, 200)),
            entry("width", between(320, 1920)),
            entry("height", between(240, 1080)),
            entry("weight", between(1, 120)),
            entry("port", between(8_000, 8_999)),
            entry("size", between(1_000, 99_999)),
            entry("duration", between(1, 300)),
            entry("latitude", (who, chance) -> new BigDecimal(who.place(Fact.LATITUDE))),
            entry("lat", (who, chance) -> new BigDecimal(who.place(Fact.LATITUDE))),
            entry("longitude", (who, chance) -> new BigDecimal(who.place(Fact.LONGITUDE))),
            entry("lng", (who, chance) -> new BigDecimal(who.place(Fact.LONGITUDE))),
            entry("lon", (who, chance) -> new BigDecimal(who.place(Fact.LONGITUDE))));

    private NumberWords() {}

    /** What the number in this property is; empty if its name tells nothing. */
    static Optional<BigDecimal> of(String name, Persona who, SeededRandom chance) {
        if (name.endsWith("_at") || name.endsWith("timestamp") || name.endsWith("_date") || name.equals("created")) {
            return Optional.of(BigDecimal.valueOf(who.moment(name).toEpochSecond(ZoneOffset.UTC)));
        }
        return Optional.ofNullable(PropertyName.known(name, WORDS)).map(word -> word.apply(who, chance));
    }

    private static Word between(int least, int most) {
        return (who, chance) -> BigDecimal.valueOf(least + chance.below(most - least + 1L));
    }

    private static Word amount() {
        return (who, chance) -> BigDecimal.valueOf(500 + chance.below(19_500L), 2);
    }

    private static Word fraction() {
        return (who, chance) -> BigDecimal.valueOf(1 + chance.below(99L), 2);
    }
}
