package dev.understudy.cli;

import dev.understudy.server.Encryption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for TLS and HTTP/2. */
final class TlsOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            converter = PlainFile.class,
            description = "Speak TLS with this certificate, or chain of them, in PEM; needs --tls-key."
                    + " [UNDERSTUDY_TLS_CERT]")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            converter = PlainFile.class,
            description = "The private key of the certificate, in PEM (PKCS #8). [UNDERSTUDY_TLS_KEY]")
    private @Nullable Path key;

    @Option(
            names = "--tls-self-signed",
            fallbackValue = "true",
            description = "Speak TLS with a certificate for localhost that is made at the start."
                    + " [UNDERSTUDY_TLS_SELF_SIGNED=true]")
    private boolean selfSigned;

    @Option(
            names = "--http2-cleartext",
            fallbackValue = "true",
            description = "Speak HTTP/2 without TLS too; with TLS it is always spoken."
                    + " [UNDERSTUDY_HTTP2_CLEARTEXT=true]")
    private boolean http2ClearText;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Encryption encryption() {
        if (selfSigned && (certificate != null || key != null)) {
            throw wrong("--tls-self-signed makes its own certificate; leave --tls-cert and --tls-key out.");
        }
        if (certificate != null && key != null) {
            return new Encryption.Files(certificate, key);
        }
        if (certificate != null || key != null) {
            throw wrong("--tls-cert and --tls-key need each other.");
        }
        return selfSigned ? new Encryption.SelfSigned() : new Encryption.None();
    }

    boolean http2ClearText() {
        return http2ClearText;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
