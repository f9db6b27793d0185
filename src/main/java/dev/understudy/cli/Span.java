package dev.understudy.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time: 500ms, 10s or 2m. */
final class Span implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(ms|s|m)");
    private static final Pattern ZERO = Pattern.compile("0(ms|s|m)?");

    /** The same, or none: 0, 0s. */
    static ITypeConverter<Duration> orZero() {
        var span = new Span();
        return text -> ZERO.matcher(text).matches() ? Duration.ZERO : span.convert(text);
    }

    @Override
    public Duration convert(String text) {
        Matcher span = FORM.matcher(text);
        if (!span.matches()) {
            throw new TypeConversionException("must be a time such as 500ms, 10s or 2m, was '" + text + "'");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
