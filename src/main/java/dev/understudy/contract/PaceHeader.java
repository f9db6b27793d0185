package dev.understudy.contract;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.text.PreferHeader;
import dev.understudy.openapi.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header Understudy-Stream, as in {@code items=100, every=200ms}, and {@code x-understudy} at a media type, which
 * says the same for all calls. A header of its own, as tokens of Prefer other than ours belong to the contract.
 */
final class PaceHeader {
    static final String NAME = "Understudy-Stream";
    static final String EXTENSION = "x-understudy";

    private static final Pattern TIME = Pattern.compile("(\\d{1,7})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String EXPECTED = "say how many items there are, up to " + Pace.MOST
            + ", and how long from one to the next, up to 60m, as in" + " items=100, every=200ms";

    private PaceHeader() {}

    /** What a request asks for. */
    static Pace read(List<String> lines, List<Violation> violations) {
        if (lines.isEmpty()) {
            return Pace.NONE;
        }
        Optional<Pace> pace = of(PreferHeader.read(lines));
        if (pace.isEmpty()) {
            String got = MessageText.text(String.join(", ", lines));
            violations.add(new Violation(Place.HEADER, NAME, "", "stream", Expected.to(EXPECTED), got));
        }
        return pace.orElse(Pace.NONE);
    }

    /** What a document says of a media type. */
    static Pace of(Part media) {
        Part written = media.at(EXTENSION);
        if (!written.isPresent()) {
            return Pace.NONE;
        }
        var words = new HashMap<String, String>();
        written.children().forEach(each -> words.put(each.key(), each.value().asText()));
        Optional<Pace> pace = of(words);
        if (pace.isEmpty()) {
            written.fault("stream-pace", "x-understudy of a stream must " + EXPECTED, "");
        }
        return pace.orElse(Pace.NONE);
    }

    private static Optional<Pace> of(Map<String, String> words) {
        boolean known = !words.isEmpty() && List.of("items", "every").containsAll(words.keySet());
        String items = words.get("items");
        String every = words.get("every");
        Integer count = items != null && items.matches("\\d{1,7}") ? Integer.valueOf(items) : null;
        Duration time = every == null ? null : time(every);
        boolean right = known
                && (items == null || count != null && count <= Pace.MOST)
                && (every == null || time != null && time.compareTo(LONGEST) <= 0);
        return right ? Optional.of(new Pace(count, time)) : Optional.empty();
    }

    private static @Nullable Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
