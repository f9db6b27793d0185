package dev.understudy.cli.options;

import dev.understudy.api.text.Rfc3339;
import java.time.Clock;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A clock that always shows one moment. */
public final class FixedClock implements ITypeConverter<Clock> {
    @Override
    public Clock convert(String text) {
        if (!Rfc3339.isDateTime(text)) {
            throw new TypeConversionException("must be a moment such as 2026-04-01T09:00:00Z, was '" + text + "'");
        }
        return Clock.fixed(Rfc3339.instant(text), ZoneOffset.UTC);
    }
}
