package dev.understudy.http;

import java.nio.file.Path;
import java.util.List;

/** Whether the server uses TLS, and which certificate. */
public sealed interface Encryption {
    /** Clear text. */
    record None() implements Encryption {}

    /** A certificate and its key, both as PEM files. */
    record Files(Path certificate, Path key) implements Encryption {}

    /**
     * A certificate that is generated at the start, for localhost and the host that the server listens on.
     *
     * @param names additional host names and addresses
     */
    record SelfSigned(List<String> names) implements Encryption {
        public SelfSigned {
            names = List.copyOf(names);
        }
    }
}
