package dev.understudy.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.stream.Collectors;

/** The log for people: time, level and message in one line; the lines of a stack trace are set in below it. */
public final class TextLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NONE = {};

    @Override
    public byte[] encode(ILoggingEvent event) {
        String message = Escapes.oneLine(event.getFormattedMessage());
        String line = LogTime.of(event) + " " + event.getLevel() + " " + message + "\n";
        IThrowableProxy thrown = event.getThrowableProxy();
        return (thrown == null ? line : line + trace(thrown)).getBytes(UTF_8);
    }

    private static String trace(IThrowableProxy thrown) {
        return ThrowableProxyUtil.asString(thrown)
                .lines()
                .map(line -> "    | " + Escapes.oneLine(line.replace("\t", "    ")) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }
}
