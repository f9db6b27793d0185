package dev.understudy.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A clock that stands still. */
final class Moment implements ITypeConverter<Clock> {
    @Override
    public Clock convert(String text) {
        try {
            return Clock.fixed(OffsetDateTime.parse(text).toInstant(), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a moment such as 2026-04-01T09:00:00Z, was '" + text + "'");
        }
    }
}
