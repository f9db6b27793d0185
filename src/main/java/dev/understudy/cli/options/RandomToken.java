package dev.understudy.cli.options;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A random token, made on first use: Java takes a while to set up its source of random bytes. */
final class RandomToken implements Supplier<String> {
    private @Nullable String text;

    @Override
    public synchronized String get() {
        if (text == null) {
            byte[] bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            text = HexFormat.of().formatHex(bytes);
        }
        return text;
    }
}
