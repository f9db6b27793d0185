package dev.understudy.api;

import dev.understudy.api.text.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where a value breaks a contract.
 *
 * @param place where in the message, or in what else, the value stands
 * @param name the parameter's or header's name; empty for a body, a reply and a record
 * @param pointer the JSON pointer (RFC 6901) inside that place; empty for the whole value
 * @param keyword the schema keyword or the rule that was broken, such as {@code maximum}
 * @param expected what the value must be or do instead
 * @param got completes "was …"; what clients send under a name such as {@code client_secret} is not repeated
 * @param rule where a contract says so, as in {@code specs/pets.yaml#/components/schemas/Pet}; empty where none does
 */
public record Violation(
        Place place,
        String name,
        String pointer,
        String keyword,
        Expected expected,
        String got,
        String rule,
        Help help) {
    public Violation {
        // Records and replies are the mock's own; whoever corrects them has to see them.
        got = place.isOurs() ? got : Secrets.hidden(name, pointer, got);
    }

    /** A violation of a rule that stands in no contract, or whose place there does not matter. */
    public Violation(Place place, String name, String pointer, String keyword, Expected expected, String got) {
        this(place, name, pointer, keyword, expected, got, "", Help.NONE);
    }

    /** The same, where the words that complete "must …" are all that there is to say. */
    public Violation(Place place, String name, String pointer, String keyword, String expected, String got) {
        this(place, name, pointer, keyword, Expected.to(expected), got);
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

        private boolean isOurs() {
            return this == RECORD || this == REPLY;
        }
    }

    /**
     * What may help to correct a violation; each is null where nothing is known.
     *
     * @param suggestion what was probably meant: a key, one of the options, or the day of a date with a time
     * @param spelt how the client spelt an argument, if that is what was wrong
     * @param remedy the record that a broken reply was made from
     * @param note what else there is to say, as in {@code take away the comma before it}
     */
    public record Help(
            @Nullable String suggestion, @Nullable Spelt spelt, @Nullable Remedy remedy, @Nullable String note) {
        static final Help NONE = new Help(null, null, null, null);
    }

    /**
     * An argument in two spellings, without what clients send under a name such as {@code client_secret}.
     *
     * @param sent as it came, such as {@code ids[]=1}
     * @param read as the contract would read it, such as {@code ids=1}
     */
    public record Spelt(String sent, String read) {
        public Spelt {
            String shown = Secrets.hidden("", "", read);
            // In another spelling, the name of a secret may not look like one.
            sent = shown.equals(read) ? Secrets.hidden("", "", sent) : sent.replaceAll("=[^&]*", "=…");
            read = shown;
        }
    }

    /**
     * The fixture record to correct.
     *
     * @param record its id
     * @param files where it lies; several if collections share their ids' name
     */
    public record Remedy(String record, List<String> files) {
        public Remedy {
            files = List.copyOf(files);
        }

        /** As in {@code record wt-4 in fixtures/exante/work-tasks/work-tasks.json}. */
        public String text() {
            return "record " + record + " in " + MessageText.or(files);
        }
    }

    /** The same, without the value that came. */
    public Violation withoutValue() {
        return saying(Secrets.hidden(got));
    }

    /** The same, with other words for what came. */
    public Violation saying(String other) {
        return other.equals(got) ? this : new Violation(place, name, pointer, keyword, expected, other, rule, help);
    }

    /** The same, with the place of its rule. */
    public Violation ruledBy(String somewhere) {
        return new Violation(place, name, pointer, keyword, expected, got, somewhere, help);
    }

    /** The same, at another pointer. */
    public Violation at(String other) {
        return new Violation(place, name, other, keyword, expected, got, rule, help);
    }

    /** The same, of a value that stands elsewhere. */
    public Violation in(Place other, String called, String where) {
        return new Violation(other, called, where, keyword, expected, got, rule, help);
    }

    /** The same, with other words for what the value must be or do. */
    public Violation expecting(Expected other) {
        return new Violation(place, name, pointer, keyword, other, got, rule, help);
    }

    /** The same, with what was probably meant; null takes it away. */
    public Violation suggesting(@Nullable String meant) {
        return helped(new Help(meant, help.spelt, help.remedy, help.note));
    }

    /** The same, with what the client sent and how the contract would read it. */
    public Violation spelt(String sent, String read) {
        return helped(new Help(help.suggestion, new Spelt(sent, read), help.remedy, help.note));
    }

    /** The same, with the record to correct. */
    public Violation correctedBy(Remedy remedy) {
        return helped(new Help(help.suggestion, help.spelt, remedy, help.note));
    }

    /** The same, with what else there is to say; null takes it away. */
    public Violation noting(@Nullable String note) {
        return helped(new Help(help.suggestion, help.spelt, help.remedy, note));
    }

    private Violation helped(Help other) {
        return new Violation(place, name, pointer, keyword, expected, got, rule, other);
    }

    /** The options of an enum, a discriminator or a header; empty where there are none. */
    public List<String> allowed() {
        return expected.allowed();
    }

    /** What was probably meant. */
    public @Nullable String suggestion() {
        return help.suggestion;
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
        String correct = help.remedy == null ? "" : " (correct " + help.remedy.text() + ")";
        String note = help.note == null ? "" : "; " + help.note;
        return must() + ", was " + got + correct + note;
    }

    /** What is asked for, as in {@code must be at most 100}; what was meant where no options say so already. */
    public String must() {
        String meant = allowed().isEmpty() ? help.suggestion : null;
        return "must " + expected.text() + (meant == null ? "" : " (" + Spelling.question(meant) + ")");
    }

    /** The sentence without the place and without help, as in {@code must be left out, was 1}. */
    public String plainly() {
        return "must " + expected.text() + ", was " + got;
    }
}
