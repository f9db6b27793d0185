package dev.understudy.http;

import java.nio.file.Path;

/** Whether the server speaks TLS, and with whose certificate. */
public sealed interface Encryption {
    /** Clear text. */
    record None() implements Encryption {}

    /** A certificate and its key, both as PEM files. */
    record Files(Path certificate, Path key) implements Encryption {}

    /** A certificate that is made at the start, for this machine's own names. */
    record SelfSigned() implements Encryption {}
}
