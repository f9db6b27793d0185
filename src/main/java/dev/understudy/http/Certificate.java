package dev.understudy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A certificate or certificate chain and its private key, both as PEM. */
record Certificate(byte[] chain, byte[] key) {
    /**
     * The certificate to serve with; empty for clear text.
     *
     * @param address the address that the server listens on
     * @param hosts additional names for a generated certificate
     */
    static Optional<Certificate> of(Encryption encryption, Address address, Set<String> hosts) throws CannotListen {
        if (encryption instanceof Encryption.Files files) {
            return Optional.of(read(files));
        }
        return encryption instanceof Encryption.SelfSigned made
                ? Optional.of(selfSigned(names(made, address, hosts)))
                : Optional.empty();
    }

    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertValue(Buffer.buffer(chain)).setKeyValue(Buffer.buffer(key));
    }

    private static Certificate read(Encryption.Files files) throws CannotListen {
        try {
            byte[] chain = Files.readAllBytes(files.certificate());
            CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(chain));
            return new Certificate(chain, Files.readAllBytes(files.key()));
        } catch (IOException | GeneralSecurityException e) {
            throw CannotListen.because(files.certificate() + " must be a certificate in PEM that can be read.", e);
        }
    }

    private static Set<String> names(Encryption.SelfSigned wanted, Address address, Set<String> hosts) {
        var names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        if (!address.isWildcard()) {
            names.add(address.host());
        }
        names.addAll(wanted.names());
        hosts.stream()
                .sorted()
                .flatMap(host -> CertificateName.of(host).stream())
                .forEach(names::add);
        return names;
    }

    private static Certificate selfSigned(Set<String> names) throws CannotListen {
        try {
            SelfSigned made = SelfSigned.make(names);
            return new Certificate(
                    pem("CERTIFICATE", made.certificate()),
                    pem("PRIVATE KEY", made.keys().getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw CannotListen.because("This Java cannot make a certificate; bring one with --tls-cert.", e);
        }
    }

    private static byte[] pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n").getBytes(US_ASCII);
    }
}
