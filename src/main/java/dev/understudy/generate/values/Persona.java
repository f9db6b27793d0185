package dev.understudy.generate.values;

import dev.understudy.generate.SeededRandom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who or what one object is about, so that its properties agree: the address belongs to the name, the country to the
 * city, and what was created is updated later. All days are near a fixed one.
 */
final class Persona {
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 7, 1, 6, 0);
    private static final Pattern BIRTH = Pattern.compile("(.*_)?(birth|born|dob|birthday|birthdate)(_.*)?");
    private static final Pattern END =
            Pattern.compile("(.*_)?(due|expires?|expiry|expiration|deadline|until|valid_to)(_.*)?");
    private static final Pattern BEGIN =
            Pattern.compile("(.*_)?(created?|creation|start|started|begin|from|opened|since|joined|issued)(_.*)?");
    private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private static final List<String[]> PLACES =
            WordLists.PLACES.stream().map(place -> place.split("\\|", -1)).toList();

    final String firstName;
    final String lastName;
    final String company;
    final String noun;
    final String adjective;
    final int number;
    private final String[] place;
    private final LocalDateTime created;
    private final LocalDate born;
    private final int later;

    Persona(SeededRandom chance) {
        firstName = chance.pick(WordLists.FIRST_NAMES);
        lastName = chance.pick(WordLists.LAST_NAMES);
        company = chance.pick(WordLists.COMPANIES);
        noun = chance.pick(WordLists.NOUNS);
        adjective = chance.pick(WordLists.ADJECTIVES);
        place = chance.pick(PLACES);
        number = 1 + chance.below(999);
        created = FIRST.plusMinutes(chance.below(MINUTES_OF_A_YEAR)).plusSeconds(chance.below(60));
        born = LocalDate.of(1960, 1, 1).plusDays(chance.below(45 * 365));
        later = 1 + chance.below(30 * 24 * 60);
    }

    /** What is known of a place. */
    enum Fact {
        CITY,
        REGION,
        REGION_CODE,
        POSTCODE,
        COUNTRY,
        COUNTRY_CODE,
        COUNTRY_CODE_3,
        CURRENCY,
        TIME_ZONE,
        DIALLING_CODE,
        LATITUDE,
        LONGITUDE,
        LANGUAGE
    }

    String place(Fact fact) {
        return place[fact.ordinal()];
    }

    String login() {
        return (firstName + "." + lastName).toLowerCase(Locale.ROOT);
    }

    String street() {
        return (1 + number % 199) + " " + WordLists.STREETS.get(number % WordLists.STREETS.size()) + " Street";
    }

    String phone() {
        // Kept for fiction in North America; elsewhere a number that is too short to ring.
        return place(Fact.DIALLING_CODE) + " 555 01" + String.format(Locale.ROOT, "%02d", number % 100);
    }

    /** The moment that a property with this name tells. */
    LocalDateTime moment(String name) {
        if (BIRTH.matcher(name).matches()) {
            return born.atTime(8, 0);
        } else if (END.matcher(name).matches()) {
            return created.plusMinutes(later).plusDays(60);
        } else if (BEGIN.matcher(name).matches()) {
            return created;
        }
        return created.plusMinutes(later);
    }

    static String text(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
