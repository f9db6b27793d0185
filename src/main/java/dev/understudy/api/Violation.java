package dev.understudy.api;

/**
 * One place where a value breaks a contract.
 *
 * @param place where in the message, or in what else, the value stands
 * @param name the parameter's or header's name; empty for a body, a reply and a record
 * @param pointer the JSON pointer (RFC 6901) inside that place; empty for the whole value
 * @param keyword the schema keyword or the rule that was broken, such as {@code maximum}
 * @param expected completes "must …"
 * @param got completes "was …"; what clients send under a name such as {@code client_secret} is not repeated
 * @param rule where a contract says so, as in {@code specs/pets.yaml#/components/schemas/Pet}; empty where none does
 */
public record Violation(
        Place place, String name, String pointer, String keyword, String expected, String got, String rule) {
    public Violation {
        // Records and replies are the mock's own; whoever mends them has to see them.
        got = place == Place.RECORD || place == Place.REPLY ? got : Secrets.hidden(name, pointer, got);
    }

    /** A violation of a rule that stands in no contract, or whose place there does not matter. */
    public Violation(Place place, String name, String pointer, String keyword, String expected, String got) {
        this(place, name, pointer, keyword, expected, got, "");
    }

    /** Where a value stands. */
    public enum Place {
        METHOD,
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        BODY,
        REPLY,
        RECORD;

        /** The word for this place in a message. */
        public String word() {
            return switch (this) {
                case METHOD -> "method";
                case PATH -> "path";
                case QUERY -> "query";
                case HEADER -> "header";
                case COOKIE -> "cookie";
                case BODY -> "body";
                case REPLY -> "reply";
                case RECORD -> "record";
            };
        }
    }

    /** The same, with the place of its rule. */
    public Violation ruledBy(String somewhere) {
        return new Violation(place, name, pointer, keyword, expected, got, somewhere);
    }

    /** Where the value stands, as in {@code query "per_page"} or {@code body /filters/0}. */
    public String where() {
        var where = new StringBuilder(place.word());
        if (!name.isEmpty()) {
            where.append(" \"").append(name).append('"');
        }
        if (!pointer.isEmpty()) {
            where.append(' ').append(pointer);
        }
        return where.toString();
    }

    /** The whole as a sentence, as in {@code query "per_page" must be at most 100, was 500}. */
    public String message() {
        return where() + " " + demand();
    }

    /** The sentence without the place, as in {@code must be at most 100, was 500}. */
    public String demand() {
        return "must " + expected + ", was " + got;
    }
}
