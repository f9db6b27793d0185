package dev.understudy.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** A self-signed certificate (RFC 5280) and its keys. It is valid for a month, as a new one is made at each start. */
record SelfSigned(byte[] certificate, KeyPair keys) {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.identifier(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));
    private static final byte[] COMMON_NAME = Der.identifier(0x55, 0x04, 0x03);
    private static final byte[] ALTERNATIVE_NAMES = Der.identifier(0x55, 0x1D, 0x11);

    /** @param names the host names and addresses that it is valid for */
    static SelfSigned make(Collection<String> names) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        byte[] statement = statement(keys, names);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(statement);
        return new SelfSigned(Der.sequence(statement, ECDSA_WITH_SHA256, Der.bits(signature.sign())), keys);
    }

    private static byte[] statement(KeyPair keys, Collection<String> names) {
        Instant now = Instant.now();
        byte[] name = Der.sequence(
                Der.set(Der.sequence(COMMON_NAME, Der.tagged(0x0C, "Understudy on localhost".getBytes(UTF_8)))));
        return Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).setBit(0)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(time(now.minus(1, ChronoUnit.DAYS)), time(now.plus(30, ChronoUnit.DAYS))),
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(0xA3, Der.sequence(Der.sequence(ALTERNATIVE_NAMES, Der.octets(alternatives(names))))));
    }

    /** Clients compare addresses as bytes, and names without a trailing dot (section 4.2.1.6). */
    private static byte[] alternatives(Collection<String> names) {
        return Der.sequence(names.stream()
                .map(name -> {
                    byte[] address = NetUtil.createByteArrayFromIpAddressString(name);
                    return address == null
                            ? Der.tagged(0x82, name.replaceFirst("\\.$", "").getBytes(US_ASCII))
                            : Der.tagged(0x87, address);
                })
                .toArray(byte[][]::new));
    }

    private static byte[] time(Instant instant) {
        return Der.tagged(0x17, UTC_TIME.format(instant).getBytes(US_ASCII));
    }
}
