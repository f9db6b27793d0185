package dev.understudy.generate;

import java.util.List;

/** Exante's users: built-in first names with built-in last names. */
final class People {
    private static final int COUNT = 600;

    private final long seed;
    private final List<String> fullNames;

    People(long seed, Vocabulary vocabulary) {
        this.seed = seed;
        this.fullNames = vocabulary.fullNames;
    }

    record Person(String uid, String fullName, String avatarUrl) {}

    Person any(SeededRandom chance) {
        int number = chance.below(COUNT);
        var own = new SeededRandom(seed, "person", number);
        String uid = own.uuid();
        String avatar = "https://cdn.example.com/avatars/" + uid.substring(0, 8) + ".jpg";
        return new Person(uid, fullName(own.pick(fullNames), own.pick(fullNames)), avatar);
    }

    private static String fullName(String first, String last) {
        int end = first.indexOf(' ');
        int begin = last.indexOf(' ');
        // 李娜 has no blank: it is whole as it is.
        return end < 0 || begin < 0 ? first : first.substring(0, end) + last.substring(begin);
    }
}
