package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a number: what its name says, or any between its bounds. */
final class NumberGenerator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_TRIES = 30;
    private static final BigDecimal USUAL_SPAN = BigDecimal.valueOf(1_000);

    /** Some steps must lie between two bounds, so that there is a choice. */
    private static final BigDecimal SOME = BigDecimal.TEN;

    private static final int MOST_DIGITS = 200;

    private final ValueGeneration generation;
    private final Shape shape;
    private final ValueConstraints constraints;
    private final Place place;
    private final @Nullable BigDecimal least;
    private final @Nullable BigDecimal most;

    NumberGenerator(ValueGeneration generation, Shape shape, ValueConstraints constraints, Place place) {
        this.generation = generation;
        this.shape = shape;
        this.constraints = constraints;
        this.place = place;
        this.least = bound("minimum", "exclusiveMinimum", 1);
        this.most = bound("maximum", "exclusiveMaximum", -1);
    }

    private @Nullable BigDecimal bound(String inclusive, String exclusive, int inwards) {
        BigDecimal bound = null;
        for (String keyword : new String[] {inclusive, exclusive}) {
            for (JsonNode value : shape.all(keyword)) {
                BigDecimal number = value.decimalValue();
                bound = bound == null || number.compareTo(bound) * inwards > 0 ? number : bound;
            }
        }
        return bound;
    }

    /** @param whole whether it must have no fraction */
    GenerationResult make(boolean whole) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            return new Impossible(
                    "the least number allowed, %s, is more than the greatest, %s".formatted(least, most),
                    constraints.first());
        }
        BigDecimal step = step(whole);
        BigDecimal from = from();
        BigDecimal to = to(from);
        JsonNode last = NODES.numberNode(0);
        for (int i = 0; i < MOST_TRIES; i++) {
            last = node(candidate(i, step, from, to), whole);
            if (generation.schemas().accept(constraints, last)) {
                return new Value(last);
            }
        }
        return new Impossible(
                "no number was found that keeps it; of the last one tried, "
                        + FailureReasons.broken(generation, constraints, last),
                constraints.first());
    }

    private BigDecimal candidate(int attempt, BigDecimal step, BigDecimal from, BigDecimal to) {
        SeededRandom chance = place.chance(generation.seed(), attempt);
        if (attempt < 2) {
            Optional<BigDecimal> word = NumberWords.of(place.name(), place.who(), chance);
            if (word.isPresent() && within(word.get()).compareTo(word.get()) == 0) {
                return multiple(word.get(), step, RoundingMode.HALF_EVEN);
            }
        }
        return switch (attempt) {
            case 10 -> multiple(least == null ? from : least, step, RoundingMode.CEILING);
            case 11 -> multiple(most == null ? to : most, step, RoundingMode.FLOOR);
            case 12 ->
                multiple(least == null ? from : least, step, RoundingMode.FLOOR).add(step);
            case 13 ->
                multiple(most == null ? to : most, step, RoundingMode.CEILING).subtract(step);
            case 14 -> BigDecimal.ZERO;
            // Not a multiple of anything: for what must not be whole.
            case 15 -> from.add(to).divide(BigDecimal.valueOf(2)).add(new BigDecimal("0.125"));
            default -> {
                // Further and further away, where only few will do.
                BigDecimal end = attempt > 15 && most != null ? most : to;
                BigDecimal share = BigDecimal.valueOf(chance.below(1_000_001L), 6);
                yield multiple(end.subtract(from).multiply(share).add(from), step, RoundingMode.HALF_EVEN);
            }
        };
    }

    private static BigDecimal multiple(BigDecimal number, BigDecimal step, RoundingMode rounding) {
        return number.divide(step, 0, rounding).multiply(step);
    }

    /** The least number that all of {@code multipleOf} divide; else one that leaves a choice. */
    private BigDecimal step(boolean whole) {
        BigDecimal step = whole ? BigDecimal.ONE : null;
        for (JsonNode multiple : shape.all("multipleOf")) {
            BigDecimal other = multiple.decimalValue();
            step = step == null ? other : common(step, other);
        }
        if (step != null) {
            return step;
        }
        BigDecimal smallest = new BigDecimal("0.01");
        if (least != null && most != null && least.compareTo(most) < 0) {
            BigDecimal span = most.subtract(least);
            while (span.compareTo(smallest.multiply(SOME)) < 0) {
                smallest = smallest.divide(SOME);
            }
        }
        return smallest;
    }

    private static BigDecimal common(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        if (scale > MOST_DIGITS || one.precision() > MOST_DIGITS || other.precision() > MOST_DIGITS) {
            return other;
        }
        BigInteger first = one.setScale(scale).unscaledValue();
        BigInteger second = other.setScale(scale).unscaledValue();
        BigInteger least = first.divide(first.gcd(second)).multiply(second);
        return new BigDecimal(least, scale);
    }

    private BigDecimal within(BigDecimal number) {
        BigDecimal within = most == null ? number : number.min(most);
        return least == null ? within : within.max(least);
    }

    /** Bounds that the format has are no reason for numbers that nobody ever saw. */
    private BigDecimal from() {
        if (least != null && (least.signum() >= 0 || most != null && most.compareTo(USUAL_SPAN) < 0)) {
            return least;
        }
        BigDecimal from = most == null || most.signum() > 0 ? BigDecimal.ONE : most.subtract(USUAL_SPAN);
        return within(from);
    }

    private BigDecimal to(BigDecimal from) {
        BigDecimal usual = from.add(USUAL_SPAN.max(step(false).multiply(SOME)));
        return most == null ? usual : most.min(usual).max(from);
    }

    private static JsonNode node(BigDecimal number, boolean whole) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.scale() > -MOST_DIGITS) {
            BigInteger integer = plain.toBigInteger();
            return integer.bitLength() < 32
                    ? NODES.numberNode(integer.intValue())
                    : integer.bitLength() < 64 ? NODES.numberNode(integer.longValue()) : NODES.numberNode(integer);
        }
        return whole ? NODES.numberNode(plain.toBigInteger()) : DecimalNode.valueOf(plain);
    }
}
