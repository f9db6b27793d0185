package dev.understudy.cli.options;

import dev.understudy.openapi.Reading;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Readings that are not taken. */
record SkippedReadings(Set<Reading> readings) {
    /** Reads the name of one reading, or {@code all}. */
    static final class Converter implements ITypeConverter<SkippedReadings> {
        @Override
        public SkippedReadings convert(String text) {
            if (text.equals("all")) {
                return new SkippedReadings(Set.of(Reading.values()));
            }
            return Reading.of(text)
                    .map(reading -> new SkippedReadings(Set.of(reading)))
                    .orElseThrow(() -> new TypeConversionException(
                            "must be all or one of " + String.join(", ", Reading.words()) + ", was '" + text + "'"));
        }
    }
}
