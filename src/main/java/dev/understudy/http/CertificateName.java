package dev.understudy.http;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks host names and addresses for certificates (RFC 5280 section 4.2.1.6). */
public final class CertificateName {
    private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

    /** The last label must not be a number, since the name would then look like an invalid address. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*(?!\\d+\\.?$)" + LABEL + "\\.?");

    private CertificateName() {}

    /** The name in ASCII, or the address without brackets; empty if the text is neither. */
    public static Optional<String> of(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare)) {
            return Optional.of(bare);
        }
        try {
            String name = IDN.toASCII(text);
            return name.length() < 254 && NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
