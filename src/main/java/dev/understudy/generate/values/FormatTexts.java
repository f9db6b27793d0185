package dev.understudy.generate.values;

import static java.util.Map.entry;

import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.Persona.Fact;
import java.util.Map;
import java.util.Optional;

/** Texts of the formats of JSON Schema 2020-12 (section 7.3), of OpenAPI, and of a few others that are in use. */
final class FormatTexts {
    /** Where a text is wanted. */
    record Wish(String name, Persona who, SeededRandom chance, int least, int most) {
        /** So many letters. */
        String letters(int count) {
            var letters = new StringBuilder();
            for (int i = 0; i < count; i++) {
                letters.append((char) ('a' + chance.below(26)));
            }
            return letters.toString();
        }

        /** The text, or one made of a begin, as many letters as are wanted, and an end. */
        String fitting(String usual, String begin, String end) {
            if (usual.length() >= least && usual.length() <= most) {
                return usual;
            }
            int letters = Math.max(1, Math.max(least, Math.min(most, 12)) - begin.length() - end.length());
            return begin + letters(letters) + end;
        }
    }

    /** How a text of a format comes about. */
    private interface Format {
        String text(Wish wish);
    }

    private static final Map<String, Format> FORMATS = Map.ofEntries(
            entry("date", wish -> date(wish)),
            entry("date-time", wish -> moment(wish)),
            entry("datetime", wish -> moment(wish)),
            entry("date-or-date-time", wish -> date(wish)),
            entry("time", wish -> moment(wish).substring(11)),
            entry("duration", wish -> "PT" + (1 + wish.chance().below(59)) + "M"),
            entry("email", wish -> email(wish)),
            entry("idn-email", wish -> email(wish)),
            entry("hostname", wish -> host(wish)),
            entry("idn-hostname", wish -> host(wish)),
            entry("ipv4", wish -> "192.0.2." + wish.chance().below(256)),
            entry("ip", wish -> "192.0.2." + wish.chance().below(256)),
            entry(
                    "ipv6",
                    wish -> "2001:db8::" + Integer.toHexString(1 + wish.chance().below(0xfffe))),
            entry("uri", wish -> uri(wish)),
            entry("url", wish -> uri(wish)),
            entry("iri", wish -> uri(wish)),
            entry("uri-reference", wish -> reference(wish)),
            entry("iri-reference", wish -> reference(wish)),
            entry("uri-template", wish -> wish.fitting("/" + wish.who().noun + "/{id}", "/", "/{id}")),
            entry("uuid", wish -> wish.chance().uuid()),
            entry("guid", wish -> wish.chance().uuid()),
            entry("json-pointer", wish -> wish.fitting("/" + wish.who().noun + "/0", "/", "")),
            entry("relative-json-pointer", wish -> wish.fitting("1/" + wish.who().noun, "0/", "")),
            entry("regex", wish -> wish.fitting("^[a-z]+$", "^", "$")),
            entry("byte", wish -> encoded("byte", wish)),
            entry("base64", wish -> encoded("base64", wish)),
            entry("base64url", wish -> encoded("base64url", wish)),
            entry("phone", wish -> wish.who().phone().replace(" ", "")),
            entry("currency", wish -> wish.who().place(Fact.CURRENCY)),
            entry("country-code", wish -> wish.who().place(Fact.COUNTRY_CODE)),
            entry("decimal", wish -> 5 + wish.chance().below(195) + ".50"),
            entry("int64", wish -> Integer.toString(1 + wish.chance().below(99_999))),
            entry("int32", wish -> Integer.toString(1 + wish.chance().below(99_999))));

    private FormatTexts() {}

    /** A text of this format; empty for one that is made up. */
    static Optional<String> of(String format, Wish wish) {
        return Optional.ofNullable(FORMATS.get(format)).map(known -> known.text(wish));
    }

    private static String date(Wish wish) {
        return moment(wish).substring(0, 10);
    }

    private static String moment(Wish wish) {
        return Persona.text(wish.who().moment(wish.name()));
    }

    private static String email(Wish wish) {
        if (wish.least() > 60) {
            return wish.letters(20) + "@" + (wish.letters(30) + ".").repeat(wish.least() / 31) + "example.com";
        }
        return wish.fitting(wish.who().login() + "@example.com", "", wish.most() < 16 ? "@a.io" : "@example.com");
    }

    private static String host(Wish wish) {
        String usual = wish.who().noun + ".example.com";
        return wish.least() > 60
                ? (wish.letters(30) + ".").repeat(wish.least() / 31 + 1) + "com"
                : wish.fitting(usual, "", wish.most() < 13 ? "" : ".example.com");
    }

    private static String uri(Wish wish) {
        String usual = Words.of(wish.name(), wish.who(), wish.chance())
                .filter(word -> word.startsWith("https://"))
                .orElseGet(() -> "https://example.com/" + wish.who().adjective + "/" + wish.who().noun);
        return wish.fitting(
                usual, wish.most() < 14 ? "a:" : wish.most() < 24 ? "http://a.io/" : "https://example.com/", "");
    }

    private static String reference(Wish wish) {
        return wish.fitting("/" + wish.who().adjective + "/" + wish.who().noun, "/", "");
    }

    private static String encoded(String encoding, Wish wish) {
        return EncodedTexts.of(encoding, "", wish).orElseThrow();
    }
}
