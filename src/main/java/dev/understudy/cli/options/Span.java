package dev.understudy.cli.options;

import dev.understudy.rules.TimeSpan;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time: 500ms, 10s or 2m. */
public final class Span implements ITypeConverter<Duration> {
    private static final Pattern ZERO = Pattern.compile("0(ms|s|m)?");

    /** The same, or none: 0, 0s. */
    static ITypeConverter<Duration> orZero() {
        var span = new Span();
        return text -> ZERO.matcher(text).matches() ? Duration.ZERO : span.convert(text);
    }

    /** The same up to a longest time, or none. */
    public static ITypeConverter<Duration> atMost(Duration longest) {
        ITypeConverter<Duration> any = orZero();
        return text -> {
            Duration time = any.convert(text);
            if (time.compareTo(longest) > 0) {
                throw new TypeConversionException("must be at most " + longest.toMinutes() + "m, was '" + text + "'");
            }
            return time;
        };
    }

    @Override
    public Duration convert(String text) {
        return TimeSpan.read(text)
                .orElseThrow(() ->
                        new TypeConversionException("must be a time such as 500ms, 10s or 2m, was '" + text + "'"));
    }
}
