package dev.understudy.contract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;

/**
 * What a client takes as an answer (RFC 9110 section 12.5.1). Members that are malformed are passed over, and so are
 * parameters other than {@code q} where no type that is offered has those: a client that took the trouble to ask for
 * JSON shall have it.
 */
public record Accept(List<MediaType> ranges) {
    private static final Pattern WEIGHT = Pattern.compile("[01](\\.\\d{0,3})?");

    public static Accept of(List<String> headers) {
        var ranges = new ArrayList<MediaType>();
        for (String header : headers) {
            for (String member : HeaderList.split(header)) {
                MediaType.of(member).ifPresent(ranges::add);
            }
        }
        return new Accept(ranges);
    }

    /** The type that is wanted most, of equals the first; empty if none is wanted. All are if nothing was asked for. */
    public Optional<String> best(List<String> offers) {
        boolean parameters = false;
        for (String offer : offers) {
            // A type with parameters always has this sign in it.
            parameters |= offer.indexOf(';') >= 0;
        }
        Optional<String> best = parameters ? best(offers, MediaType::closenessInAll) : Optional.empty();
        ToIntBiFunction<MediaType, MediaType> loosely = parameters ? Accept::closenessInMost : MediaType::closeness;
        return best.or(() -> best(offers, loosely));
    }

    private Optional<String> best(List<String> offers, ToIntBiFunction<MediaType, MediaType> closeness) {
        String best = null;
        double most = 0;
        for (String offer : offers) {
            double weight = ranges.isEmpty()
                    ? 1
                    : MediaType.of(offer).map(type -> weight(type, closeness)).orElse(0.0);
            if (weight > most) {
                best = offer;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A type that lacks a parameter that was asked for, but for one of another value. */
    private static int closenessInMost(MediaType range, MediaType offer) {
        return offer.differs(range) ? 0 : range.closeness(offer);
    }

    /** The weight of the range that names the type most closely; 0 if none does. */
    private double weight(MediaType type, ToIntBiFunction<MediaType, MediaType> measure) {
        int closest = 0;
        double weight = 0;
        for (MediaType range : ranges) {
            int closeness = measure.applyAsInt(range, type);
            if (closeness > closest) {
                closest = closeness;
                weight = weightOf(range);
            } else if (closeness == closest && closeness > 0) {
                weight = Math.max(weight, weightOf(range));
            }
        }
        return weight;
    }

    private static double weightOf(MediaType range) {
        String weight = range.parameters().getOrDefault("q", "1");
        return WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : 1;
    }
}
