package dev.understudy.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a client takes as an answer (RFC 9110 section 12.5.1). Members that are malformed, and parameters other than
 * {@code q}, are passed over: a client that took the trouble to ask for JSON shall have it.
 */
record Accept(List<MediaType> ranges) {
    static Accept of(List<String> headers) {
        var ranges = new ArrayList<MediaType>();
        for (String header : headers) {
            for (String member : HeaderList.split(header)) {
                MediaType.of(member).ifPresent(ranges::add);
            }
        }
        return new Accept(ranges);
    }

    /** Whether one of the types may be sent; everything may when nothing was asked for. */
    boolean permits(Collection<String> types) {
        return ranges.isEmpty()
                || types.stream().flatMap(type -> MediaType.of(type).stream()).anyMatch(this::permits);
    }

    private boolean permits(MediaType type) {
        int closest = 0;
        boolean permitted = false;
        for (MediaType range : ranges) {
            int closeness = range.closeness(type);
            if (closeness > closest) {
                closest = closeness;
                permitted = isWanted(range);
            } else if (closeness == closest && closeness > 0) {
                permitted |= isWanted(range);
            }
        }
        return permitted;
    }

    private static boolean isWanted(MediaType range) {
        return !range.parameters().getOrDefault("q", "1").matches("0(\\.0{0,3})?");
    }
}
