package dev.understudy.cli.options;

import dev.understudy.api.text.Rfc3339;
import dev.understudy.http.CertificateName;
import dev.understudy.road.Origins;
import dev.understudy.rules.TimeSpan;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What an option takes.
 *
 * @param label what stands for the value in the help
 * @param reader null for what picocli reads: texts, numbers, paths and the constants of an enum
 */
public record Value<T>(String label, Class<T> type, @Nullable Function<String, T> reader) {
    private static final Pattern SIZES = Pattern.compile("(\\d{1,9})([km]?)");

    /** A TCP port, or 0 for any free one. */
    public static final Value<Integer> PORT = number("PORT", 0, 65_535);

    /** The most of something. */
    public static final Value<Integer> LIMIT = number("N", 1, 9_999_999);

    /** A number of bytes: 500, 8k (of 1,024) or 1m. */
    public static final Value<Integer> SIZE =
            of("SIZE", Integer.class, "bytes up to 1024m, such as 500, 8k or 1m", Value::size);

    /** A positive duration: 500ms, 10s or 2m. */
    public static final Value<Duration> TIME =
            of("TIME", Duration.class, "a time such as 500ms, 10s or 2m", TimeSpan::read);

    /** The same, or none: 0, 0s. */
    public static final Value<Duration> TIME_OR_ZERO =
            new Value<>("TIME", Duration.class, text -> text.matches("0(ms|s|m)?") ? Duration.ZERO : TIME.read(text));

    /** A clock that always shows one moment. */
    public static final Value<Clock> CLOCK =
            of("MOMENT", Clock.class, "a moment such as 2026-04-01T09:00:00Z", Value::clock);

    /** A folder that exists; one that cannot be read is reported later, with the faults of its files. */
    public static final Value<Path> FOLDER = of("DIR", Path.class, "a folder that exists", Value::folder);

    /** A file that can be read. */
    public static final Value<Path> FILE = of("FILE", Path.class, "a file that can be read", Value::file);

    /** A web origin as a browser names it. */
    public static final Value<String> ORIGIN = of(
            "ORIGIN",
            String.class,
            "an origin such as https://app.example.test:3000, or * for every one",
            text -> Optional.of(text).filter(Origins::isOrigin));

    /** A name that a certificate can have. */
    public static final Value<String> TLS_NAME = of(
            "NAME",
            String.class,
            "a host name or an address such as understudy.test or 192.0.2.1",
            CertificateName::of);

    /** What a text cannot be read as; the message goes on where the name of the option ends. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    /** Of another kind, such as {@code a folder that exists}. */
    static <T> Value<T> of(String label, Class<T> type, String expected, Function<String, Optional<T>> reader) {
        return new Value<>(label, type, text -> {
            Optional<T> value = reader.apply(text);
            if (value.isEmpty()) {
                throw new Invalid("must be " + expected + ", was '" + text + "'");
            }
            return value.get();
        });
    }

    /** Any text, number, path or constant. */
    public static <T> Value<T> any(String label, Class<T> type) {
        return new Value<>(label, type, null);
    }

    /** A number in these bounds, neither negative. */
    public static Value<Integer> number(String label, int least, int most) {
        return number(label, least, most, "");
    }

    /** @param beyond what to do for more */
    public static Value<Integer> number(String label, int least, int most, String beyond) {
        return new Value<>(label, Integer.class, text -> {
            int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                throw new Invalid("must be a number from " + least + " to " + most + beyond + ", was '" + text + "'");
            }
            return number;
        });
    }

    /** How many records to generate: more would not fit into the memory of a server. */
    public static Value<Integer> count(String label) {
        return number(label, 0, 100_000_000);
    }

    /** A duration up to this one, or none. */
    public static Value<Duration> timeUpTo(Duration longest) {
        return new Value<>("TIME", Duration.class, text -> {
            Duration time = TIME_OR_ZERO.read(text);
            if (time.compareTo(longest) > 0) {
                throw new Invalid("must be at most " + longest.toMinutes() + "m, was '" + text + "'");
            }
            return time;
        });
    }

    /** The value that the text stands for. */
    public T read(String text) {
        if (reader == null) {
            throw new IllegalStateException(label + " is read by picocli");
        }
        return reader.apply(text);
    }

    ITypeConverter<?>[] converters() {
        return reader == null ? new ITypeConverter<?>[0] : new ITypeConverter<?>[] {this::convert};
    }

    private T convert(String text) {
        try {
            return read(text);
        } catch (Invalid e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Optional<Integer> size(String text) {
        Matcher size = SIZES.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        int unit =
                switch (size.group(2)) {
                    case "k" -> 1 << 10;
                    case "m" -> 1 << 20;
                    default -> 1;
                };
        long bytes = Long.parseLong(size.group(1)) * unit;
        return bytes > 0 && bytes <= 1 << 30 ? Optional.of((int) bytes) : Optional.empty();
    }

    private static Optional<Clock> clock(String text) {
        return Rfc3339.isDateTime(text)
                ? Optional.of(Clock.fixed(Rfc3339.instant(text), ZoneOffset.UTC))
                : Optional.empty();
    }

    private static Optional<Path> folder(String text) {
        try {
            // An empty path is the current folder, which nobody means by an empty value.
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(text)).filter(folder -> !Files.notExists(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> file(String text) {
        return Optional.of(Path.of(text)).filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
    }
}
