package dev.understudy.generate.values;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.FormatTexts.Wish;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that stand for bytes: {@code contentEncoding} (JSON Schema 2020-12, Validation, section 8.3) and the format
 * {@code byte} of OpenAPI. The bytes are a file of their media type, or what the name of the property suggests.
 */
final class EncodedTexts {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final Pattern PICTURE =
            ending("image|photo|picture|avatar|thumbnail|logo|icon|qr(_?code)?|screenshot|scan");
    private static final Pattern PAPER = ending("pdf|document|attachment|invoice|receipt|label");
    private static final Pattern RANDOM =
            ending("signature|hash|digest|checksum|sha256|key|secret|nonce|salt|seed|token|challenge|fingerprint");

    private EncodedTexts() {}

    /**
     * How bytes are written (RFC 4648).
     *
     * @param bytes so many are written as so many characters
     */
    private enum Encoding {
        BASE64(3, 4),
        BASE64URL(3, 4),
        BASE32(5, 8),
        BASE16(1, 2);

        private final int bytes;
        private final int characters;

        Encoding(int bytes, int characters) {
            this.bytes = bytes;
            this.characters = characters;
        }

        private static Optional<Encoding> of(String name) {
            return switch (name) {
                case "byte", "base64" -> Optional.of(BASE64);
                case "base64url" -> Optional.of(BASE64URL);
                case "base32" -> Optional.of(BASE32);
                case "base16", "hex" -> Optional.of(BASE16);
                default -> Optional.empty();
            };
        }

        private String text(byte[] value) {
            return switch (this) {
                case BASE64 -> Base64.getEncoder().encodeToString(value);
                case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(value);
                case BASE32 -> base32(value);
                case BASE16 -> HexFormat.of().withUpperCase().formatHex(value);
            };
        }
    }

    /**
     * A text in this encoding, between the bounds of the wish if there is one.
     *
     * @param encoding in small letters; empty if it is none that is known
     * @param mediaType of the bytes; empty if it is not told
     */
    static Optional<String> of(String encoding, String mediaType, Wish wish) {
        return Encoding.of(encoding).map(known -> {
            String text = known.text(file(mediaType, wish));
            return text.length() >= wish.least() && text.length() <= wish.most() && !text.isEmpty()
                    ? text
                    : known.text(words(known, wish));
        });
    }

    private static byte[] file(String mediaType, Wish wish) {
        Optional<byte[]> file = SampleFiles.of(mediaType.startsWith("image/*") ? "image/png" : mediaType);
        if (file.isPresent()) {
            return file.get();
        }
        String name = wish.name();
        if (PICTURE.matcher(name).matches() && mediaType.isEmpty()) {
            return SampleFiles.of("image/png").orElseThrow();
        } else if (PAPER.matcher(name).matches() && mediaType.isEmpty()) {
            return SampleFiles.of("application/pdf").orElseThrow();
        } else if (RANDOM.matcher(name).matches()) {
            return random(wish.chance());
        }
        return new byte[0];
    }

    /** Names of properties that end with such a word, or with it and a word for bytes. */
    private static Pattern ending(String words) {
        return Pattern.compile("(.*_)?(" + words + ")(_(data|bytes|content|file|base64))?");
    }

    private static byte[] random(SeededRandom chance) {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) chance.below(256);
        }
        return bytes;
    }

    private static byte[] words(Encoding encoding, Wish wish) {
        String words = Words.any(wish.chance());
        int least = (wish.least() + encoding.characters - 1) / encoding.characters;
        int wanted = Math.max(least, Math.min(wish.most(), 24) / encoding.characters) * encoding.bytes;
        return words.repeat(wanted / words.length() + 1).substring(0, wanted).getBytes(US_ASCII);
    }

    /** RFC 4648 section 6, with padding. */
    private static String base32(byte[] value) {
        var text = new StringBuilder();
        for (int bit = 0; bit < value.length * 8; bit += 5) {
            int five = 0;
            for (int i = bit; i < bit + 5; i++) {
                int one = i / 8 < value.length ? value[i / 8] >> (7 - i % 8) & 1 : 0;
                five = five << 1 | one;
            }
            text.append(DIGITS.charAt(five));
        }
        return text + "=".repeat((8 - text.length() % 8) % 8);
    }
}
