package dev.understudy.cli.options;

import dev.understudy.http.Encryption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options for TLS. */
public final class TlsOptions {
    private final Command command;
    private final Supplier<@Nullable Path> certificate;
    private final Supplier<@Nullable Path> key;
    private final Supplier<Boolean> selfSigned;
    private final Supplier<List<String>> names;

    public TlsOptions(Command command) {
        this.command = command;
        certificate = command.optional(
                "--tls-cert",
                Value.FILE,
                "Serve TLS with this certificate or certificate chain, in PEM; needs --tls-key.");
        key = command.optional("--tls-key", Value.FILE, "The private key of the certificate, in PEM (PKCS #8).");
        selfSigned = command.flag(
                "--tls-self-signed",
                "Serve TLS with a certificate that is made at the start, for localhost, the --host, and the"
                        + " hosts of the servers of your contracts.");
        names = command.list(
                "--tls-name",
                Value.TLS_NAME,
                "Another host name or address for the certificate of --tls-self-signed; requests may be"
                        + " addressed to it; may be repeated.");
    }

    public Encryption encryption() {
        Path certificate = this.certificate.get();
        Path key = this.key.get();
        boolean selfSigned = this.selfSigned.get();
        if (selfSigned && (certificate != null || key != null)) {
            throw command.wrong("--tls-self-signed makes its own certificate; leave --tls-cert and --tls-key out.");
        }
        if (!selfSigned && !names.get().isEmpty()) {
            throw command.wrong("--tls-name needs --tls-self-signed: a certificate of --tls-cert has its own names.");
        }
        if (certificate != null && key != null) {
            return new Encryption.Files(certificate, key);
        }
        if (certificate != null || key != null) {
            throw command.wrong("--tls-cert and --tls-key need each other.");
        }
        return selfSigned ? new Encryption.SelfSigned(names.get()) : new Encryption.None();
    }
}
