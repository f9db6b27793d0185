package dev.understudy.mocks.anyspec.roles.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses times in the usual forms of documents: RFC 3339, and seconds or milliseconds since 1970. */
public final class Instants {
    /** Smaller numbers are seconds, up to the year 5138; larger ones are milliseconds, from 1973. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private static final Pattern BEGIN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-][0-9]{2}:[0-9]{2})$");

    private Instants() {}

    /** The instant of a time, or of the start of a date in UTC; empty if the value is neither. */
    public static Optional<Instant> of(JsonNode value) {
        if (value.isIntegralNumber()) {
            if (!value.canConvertToLong()) {
                return Optional.empty();
            }
            long number = value.longValue();
            boolean seconds = number > -MILLISECONDS && number < MILLISECONDS;
            return Optional.of(seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (!BEGIN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            if (isDay(text) || Rfc3339.isDateTime(text)) {
                return Optional.of(Rfc3339.instant(text));
            }
            // Some APIs write a space for the T, or omit the offset.
            String usual = text.replaceFirst("[ t]", "T").replaceFirst("z$", "Z");
            return Optional.of(
                    OFFSET.matcher(usual).matches()
                            ? OffsetDateTime.parse(usual).toInstant()
                            : LocalDateTime.parse(usual).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static boolean isDay(String text) {
        return Rfc3339.isDate(text);
    }
}
