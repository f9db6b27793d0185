package dev.understudy.generate.values;

import static java.util.Map.entry;

import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.Persona.Fact;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What a text is likely to say, by the name of its property. */
final class Words {
    private static final Pattern IDENTITY = Pattern.compile("(.*_)?(id|uuid|guid|uid|key|slug|sku|code|email|number)");
    private static final String HEX = "0123456789abcdef";

    /** What is written, of whom. */
    private interface Word extends BiFunction<Persona, SeededRandom, String> {}

    private static final Map<String, Word> WORDS = Map.ofEntries(
            entry("id", (who, chance) -> chance.uuid()),
            entry("uuid", (who, chance) -> chance.uuid()),
            entry("guid", (who, chance) -> chance.uuid()),
            entry("uid", (who, chance) -> chance.uuid()),
            entry("email", (who, chance) -> who.login() + "@example.com"),
            entry("email_address", (who, chance) -> who.login() + "@example.com"),
            entry("mail", (who, chance) -> who.login() + "@example.com"),
            entry("first_name", (who, chance) -> who.firstName),
            entry("firstname", (who, chance) -> who.firstName),
            entry("given_name", (who, chance) -> who.firstName),
            entry("last_name", (who, chance) -> who.lastName),
            entry("lastname", (who, chance) -> who.lastName),
            entry("family_name", (who, chance) -> who.lastName),
            entry("surname", (who, chance) -> who.lastName),
            entry("full_name", (who, chance) -> who.firstName + " " + who.lastName),
            entry("fullname", (who, chance) -> who.firstName + " " + who.lastName),
            entry("display_name", (who, chance) -> who.firstName + " " + who.lastName),
            entry("user_name", (who, chance) -> who.login()),
            entry("username", (who, chance) -> who.login()),
            entry("login", (who, chance) -> who.login()),
            entry("nickname", (who, chance) -> who.firstName.toLowerCase(Locale.ROOT)),
            entry("author", (who, chance) -> who.firstName + " " + who.lastName),
            entry("owner", (who, chance) -> who.firstName + " " + who.lastName),
            entry("assignee", (who, chance) -> who.firstName + " " + who.lastName),
            entry("contact", (who, chance) -> who.firstName + " " + who.lastName),
            entry("customer_name", (who, chance) -> who.firstName + " " + who.lastName),
            entry("phone", (who, chance) -> who.phone()),
            entry("phone_number", (who, chance) -> who.phone()),
            entry("mobile", (who, chance) -> who.phone()),
            entry("telephone", (who, chance) -> who.phone()),
            entry("fax", (who, chance) -> who.phone()),
            entry("city", (who, chance) -> who.place(Fact.CITY)),
            entry("town", (who, chance) -> who.place(Fact.CITY)),
            entry("locality", (who, chance) -> who.place(Fact.CITY)),
            entry("location", (who, chance) -> who.place(Fact.CITY)),
            entry("region", (who, chance) -> who.place(Fact.REGION)),
            entry("province", (who, chance) -> who.place(Fact.REGION)),
            entry("state_code", (who, chance) -> who.place(Fact.REGION_CODE)),
            entry("zip", (who, chance) -> who.place(Fact.POSTCODE)),
            entry("zip_code", (who, chance) -> who.place(Fact.POSTCODE)),
            entry("zipcode", (who, chance) -> who.place(Fact.POSTCODE)),
            entry("postcode", (who, chance) -> who.place(Fact.POSTCODE)),
            entry("postal_code", (who, chance) -> who.place(Fact.POSTCODE)),
            entry("country", (who, chance) -> who.place(Fact.COUNTRY)),
            entry("country_name", (who, chance) -> who.place(Fact.COUNTRY)),
            entry("country_code", (who, chance) -> who.place(Fact.COUNTRY_CODE)),
            entry("country_code_3", (who, chance) -> who.place(Fact.COUNTRY_CODE_3)),
            entry("nationality", (who, chance) -> who.place(Fact.COUNTRY_CODE)),
            entry("currency", (who, chance) -> who.place(Fact.CURRENCY)),
            entry("currency_code", (who, chance) -> who.place(Fact.CURRENCY)),
            entry("timezone", (who, chance) -> who.place(Fact.TIME_ZONE)),
            entry("time_zone", (who, chance) -> who.place(Fact.TIME_ZONE)),
            entry("latitude", (who, chance) -> who.place(Fact.LATITUDE)),
            entry("lat", (who, chance) -> who.place(Fact.LATITUDE)),
            entry("longitude", (who, chance) -> who.place(Fact.LONGITUDE)),
            entry("lng", (who, chance) -> who.place(Fact.LONGITUDE)),
            entry("lon", (who, chance) -> who.place(Fact.LONGITUDE)),
            entry("language", (who, chance) -> who.place(Fact.LANGUAGE)),
            entry("lang", (who, chance) -> who.place(Fact.LANGUAGE)),
            entry("locale", (who, chance) -> who.place(Fact.LANGUAGE) + "-" + who.place(Fact.COUNTRY_CODE)),
            entry("street", (who, chance) -> who.street()),
            entry("street_address", (who, chance) -> who.street()),
            entry("address_line", (who, chance) -> who.street()),
            entry("line1", (who, chance) -> who.street()),
            entry("address1", (who, chance) -> who.street()),
            entry("address", (who, chance) -> who.street() + ", " + who.place(Fact.CITY)),
            entry("company", (who, chance) -> who.company),
            entry("company_name", (who, chance) -> who.company),
            entry("organization", (who, chance) -> who.company),
            entry("organisation", (who, chance) -> who.company),
            entry("employer", (who, chance) -> who.company),
            entry("vendor", (who, chance) -> who.company),
            entry("customer", (who, chance) -> who.company),
            entry("supplier", (who, chance) -> who.company),
            entry("merchant", (who, chance) -> who.company),
            entry("seller", (who, chance) -> who.company),
            entry("brand", (who, chance) -> who.company),
            entry("manufacturer", (who, chance) -> who.company),
            entry("job_title", (who, chance) -> chance.pick(WordLists.JOBS)),
            entry("job", (who, chance) -> chance.pick(WordLists.JOBS)),
            entry("occupation", (who, chance) -> chance.pick(WordLists.JOBS)),
            entry("name", (who, chance) -> capital(who.adjective) + " " + capital(who.noun)),
            entry("title", (who, chance) -> capital(who.adjective) + " " + who.noun),
            entry("subject", (who, chance) -> capital(who.adjective) + " " + who.noun),
            entry("label", (who, chance) -> capital(who.noun)),
            entry("description", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("summary", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("comment", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("note", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("message", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("text", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("body", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("content", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("detail", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("bio", (who, chance) -> chance.pick(WordLists.SENTENCES)),
            entry("url", (who, chance) -> url(who)),
            entry("uri", (who, chance) -> url(who)),
            entry("link", (who, chance) -> url(who)),
            entry("href", (who, chance) -> url(who)),
            entry("website", (who, chance) -> "https://" + who.noun + ".example.com"),
            entry("homepage", (who, chance) -> "https://" + who.noun + ".example.com"),
            entry("image", (who, chance) -> image(who)),
            entry("image_url", (who, chance) -> image(who)),
            entry("avatar", (who, chance) -> image(who)),
            entry("avatar_url", (who, chance) -> image(who)),
            entry("photo", (who, chance) -> image(who)),
            entry("picture", (who, chance) -> image(who)),
            entry("logo", (who, chance) -> image(who)),
            entry("icon", (who, chance) -> image(who)),
            entry("thumbnail", (who, chance) -> image(who)),
            entry("host", (who, chance) -> who.noun + ".example.com"),
            entry("hostname", (who, chance) -> who.noun + ".example.com"),
            entry("domain", (who, chance) -> who.noun + ".example.com"),
            entry("ip", (who, chance) -> "192.0.2." + chance.below(256)),
            entry("ip_address", (who, chance) -> "192.0.2." + chance.below(256)),
            entry("color", (who, chance) -> chance.pick(WordLists.COLORS)),
            entry("colour", (who, chance) -> chance.pick(WordLists.COLORS)),
            entry("slug", (who, chance) -> who.adjective + "-" + who.noun),
            entry("key", (who, chance) -> who.adjective + "-" + who.noun),
            entry("code", (who, chance) -> code(who)),
            entry("sku", (who, chance) -> code(who)),
            entry("number", (who, chance) -> Integer.toString(1000 + who.number)),
            entry("reference", (who, chance) -> code(who)),
            entry("version", (who, chance) -> "1." + chance.below(10) + "." + chance.below(20)),
            entry("token", (who, chance) -> hex(chance, 32)),
            entry("secret", (who, chance) -> hex(chance, 32)),
            entry("hash", (who, chance) -> hex(chance, 40)),
            entry("sha", (who, chance) -> hex(chance, 40)),
            entry("checksum", (who, chance) -> hex(chance, 32)),
            entry("etag", (who, chance) -> hex(chance, 16)),
            entry("password", (who, chance) -> capital(who.adjective) + "-" + who.noun + "-" + who.number),
            entry("status", (who, chance) -> "active"),
            entry("state", (who, chance) -> "active"),
            entry("type", (who, chance) -> "standard"),
            entry("category", (who, chance) -> chance.pick(WordLists.NOUNS)),
            entry("tag", (who, chance) -> chance.pick(WordLists.NOUNS)),
            entry("content_type", (who, chance) -> "application/json"),
            entry("mime_type", (who, chance) -> "image/png"),
            entry("media_type", (who, chance) -> "application/json"),
            entry("file_name", (who, chance) -> who.noun + ".pdf"),
            entry("filename", (who, chance) -> who.noun + ".pdf"),
            entry("file", (who, chance) -> who.noun + ".pdf"),
            entry("path", (who, chance) -> "/" + who.adjective + "/" + who.noun),
            entry("price", (who, chance) -> amount(chance)),
            entry("amount", (who, chance) -> amount(chance)),
            entry("total", (who, chance) -> amount(chance)),
            entry("gender", (who, chance) -> "female"),
            entry("date", (who, chance) -> who.moment("date").toLocalDate().toString()),
            entry(
                    "birthday",
                    (who, chance) -> who.moment("birthday").toLocalDate().toString()));

    private Words() {}

    /** What a text in this property says; empty if its name tells nothing. */
    static Optional<String> of(String name, Persona who, SeededRandom chance) {
        if (name.endsWith("_at") || name.equals("timestamp")) {
            return Optional.of(Persona.text(who.moment(name)));
        } else if (name.endsWith("_date")) {
            return Optional.of(who.moment(name).toLocalDate().toString());
        }
        return Optional.ofNullable(PropertyName.known(name, WORDS)).map(word -> word.apply(who, chance));
    }

    /** Two words that say nothing. */
    static String any(SeededRandom chance) {
        return chance.pick(WordLists.ADJECTIVES) + " " + chance.pick(WordLists.NOUNS);
    }

    /** Whether it tells one thing from another, so that two should not have the same. */
    static boolean isIdentity(String name) {
        return IDENTITY.matcher(name).matches();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String url(Persona who) {
        return "https://example.com/" + who.adjective + "/" + who.noun;
    }

    private static String image(Persona who) {
        return "https://images.example.com/" + who.adjective + "-" + who.noun + ".png";
    }

    private static String code(Persona who) {
        return who.noun.substring(0, 2).toUpperCase(Locale.ROOT) + "-" + (1000 + who.number);
    }

    private static String hex(SeededRandom chance, int length) {
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(HEX.charAt(chance.below(16)));
        }
        return digits.toString();
    }

    private static String amount(SeededRandom chance) {
        return 5 + chance.below(195) + "." + (10 + chance.below(90));
    }
}
