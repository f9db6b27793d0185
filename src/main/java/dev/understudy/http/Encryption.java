package dev.understudy.http;

import java.nio.file.Path;
import java.util.List;

/** Whether the server speaks TLS, and with whose certificate. */
public sealed interface Encryption {
    /** Clear text. */
    record None() implements Encryption {}

    /** A certificate and its key, both as PEM files. */
    record Files(Path certificate, Path key) implements Encryption {}

    /**
     * A certificate that is made at the start, for localhost and the host that is listened on.
     *
     * @param names host names and addresses that it has besides
     */
    record SelfSigned(List<String> names) implements Encryption {
        public SelfSigned {
            names = List.copyOf(names);
        }
    }
}
