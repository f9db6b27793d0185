package dev.understudy.contract.text;

import dev.understudy.api.text.HttpDate;
import dev.understudy.openapi.Part;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an operation is deprecated and when it will be gone, as header fields: {@code Deprecation} (RFC 9745) and
 * {@code Sunset} (RFC 8594). Both need a date, which OpenAPI has no key for: it is read where extensions have it.
 */
public final class Lifecycle {
    /** Some documents have this year for a day that is not yet decided. */
    private static final int UNDECIDED = 9999;

    private Lifecycle() {}

    /**
     * The fields that the operation and the content of its answer have dates for.
     *
     * @param content the media type of the answer; null for none
     */
    public static Map<String, String> fields(Part operation, @Nullable Part content) {
        var fields = new LinkedHashMap<String, String>();
        Part microsoft = operation.at("x-ms-deprecation");
        Part github = operation.at("x-github");
        first(List.of(microsoft.at("date"), github.at("deprecationDate")))
                .ifPresent(date -> fields.put("Deprecation", "@" + date.toEpochSecond()));
        Part ofContent = content == null ? operation.at("x-sunset") : content.at("x-sunset");
        first(List.of(ofContent, operation.at("x-sunset"), microsoft.at("removalDate"), github.at("removalDate")))
                .ifPresent(date -> fields.put("Sunset", HttpDate.of(date.toInstant())));
        return fields;
    }

    private static Optional<ZonedDateTime> first(List<Part> dates) {
        return dates.stream().flatMap(date -> moment(date.text()).stream()).findFirst();
    }

    /** A day begins at midnight UTC. */
    private static Optional<ZonedDateTime> moment(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            ZonedDateTime moment = text.length() > 10
                    ? OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC);
            return moment.getYear() < UNDECIDED ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
