package dev.understudy.cli.options;

import dev.understudy.http.CertificateName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A name that a certificate can have. */
final class TlsName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return CertificateName.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "must be a host name or an address such as understudy.test or 192.0.2.1, was '" + text + "'"));
    }
}
