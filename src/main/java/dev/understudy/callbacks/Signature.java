package dev.understudy.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks defines (version 1 of the scheme): HMAC-SHA256 of the id, the time and the body.
 */
final class Signature {
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    /** @param secret base64 after the prefix {@code whsec_}, or any other text, whose UTF-8 bytes are the key */
    Signature(String secret) {
        this.key = key(secret);
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(PREFIX)) {
            try {
                return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            } catch (IllegalArgumentException e) {
                // It is not base64, so treat it as any other text.
            }
        }
        return secret.getBytes(UTF_8);
    }

    /** The value of {@code webhook-signature}. */
    String of(String id, String timestamp, byte[] body) {
        Mac mac = mac();
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    /** The HMAC of the body alone, in hexadecimal, as many APIs send it in a header of their own. */
    String plain(byte[] body) {
        return HexFormat.of().formatHex(mac().doFinal(body));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
