package dev.understudy.api;

import dev.understudy.api.text.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where a value breaks a contract.
 *
 * @param place the part of the message, or the record, that contains the value
 * @param name the name of the parameter or header; empty for a body, a reply or a record
 * @param pointer the JSON pointer (RFC 6901) inside that place; empty for the whole value
 * @param keyword the broken schema keyword or rule, such as {@code maximum}
 * @param expected what the value must be or do instead
 * @param got completes "was …"; values that clients send under a name such as {@code client_secret} are hidden
 * @param rule the place of the rule in a contract, as in {@code specs/pets.yaml#/components/schemas/Pet}; empty if
 *     there is none
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
        // Records and replies are the mock's own data, and whoever corrects them must see them.
        got = place.isOurs() ? got : Secrets.hidden(name, pointer, got);
    }

    /** A violation of a rule that is in no contract, or whose place there does not matter. */
    public Violation(Place place, String name, String pointer, String keyword, Expected expected, String got) {
        this(place, name, pointer, keyword, expected, got, "", Help.NONE);
    }

    /** A violation whose expectation is only a text that completes "must …". */
    public Violation(Place place, String name, String pointer, String keyword, String expected, String got) {
        this(place, name, pointer, keyword, Expected.to(expected), got);
    }

    /** The part of a message that contains a value, or a record. */
    public enum Place {
        METHOD,
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        BODY,
        REPLY,
        RECORD;

        /** The name of this place in a message. */
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
     * Help for correcting a violation; each part is null if unknown.
     *
     * @param suggestion what was probably meant: a key, one of the options, or the date part of a date-time
     * @param spelt the client's spelling of an argument, if that is the mistake
     * @param remedy the record that a broken reply was made from
     * @param note any further advice, as in {@code take away the comma before it}
     */
    public record Help(
            @Nullable String suggestion, @Nullable Spelt spelt, @Nullable Remedy remedy, @Nullable String note) {
        static final Help NONE = new Help(null, null, null, null);
    }

    /**
     * An argument in two spellings; values under a name such as {@code client_secret} are hidden.
     *
     * @param sent as it was sent, such as {@code ids[]=1}
     * @param read as the contract would read it, such as {@code ids=1}
     */
    public record Spelt(String sent, String read) {
        public Spelt {
            String shown = Secrets.hidden("", "", read);
            // In another spelling, the name of a secret may be unrecognizable.
            sent = shown.equals(read) ? Secrets.hidden("", "", sent) : sent.replaceAll("=[^&]*", "=…");
            read = shown;
        }
    }

    /**
     * The fixture record to correct.
     *
     * @param record its id
     * @param files the files that may contain it; several if collections use the same name for their ids
     */
    public record Remedy(String record, List<String> files) {
        public Remedy {
            files = List.copyOf(files);
        }

        /** Names the record and its files, as in {@code record wt-4 in fixtures/exante/work-tasks/work-tasks.json}. */
        public String text() {
            return "record " + record + " in " + MessageText.or(files);
        }
    }

    /** The same violation without the received value. */
    public Violation withoutValue() {
        return saying(Secrets.hidden(got));
    }

    /** The same violation with another description of what was received. */
    public Violation saying(String other) {
        return other.equals(got) ? this : new Violation(place, name, pointer, keyword, expected, other, rule, help);
    }

    /** The same violation with the place of its rule. */
    public Violation ruledBy(String somewhere) {
        return new Violation(place, name, pointer, keyword, expected, got, somewhere, help);
    }

    /** The same violation at another pointer. */
    public Violation at(String other) {
        return new Violation(place, name, other, keyword, expected, got, rule, help);
    }

    /** The same violation for a value in another place. */
    public Violation in(Place other, String called, String where) {
        return new Violation(other, called, where, keyword, expected, got, rule, help);
    }

    /** The same violation with another expectation. */
    public Violation expecting(Expected other) {
        return new Violation(place, name, pointer, keyword, other, got, rule, help);
    }

    /** The same violation with a suggestion; null removes it. */
    public Violation suggesting(@Nullable String meant) {
        return helped(new Help(meant, help.spelt, help.remedy, help.note));
    }

    /** The same violation with the client's spelling and the spelling that the contract would read. */
    public Violation spelt(String sent, String read) {
        return helped(new Help(help.suggestion, new Spelt(sent, read), help.remedy, help.note));
    }

    /** The same violation with the record to correct. */
    public Violation correctedBy(Remedy remedy) {
        return helped(new Help(help.suggestion, help.spelt, remedy, help.note));
    }

    /** The same violation with a note; null removes it. */
    public Violation noting(@Nullable String note) {
        return helped(new Help(help.suggestion, help.spelt, help.remedy, note));
    }

    private Violation helped(Help other) {
        return new Violation(place, name, pointer, keyword, expected, got, rule, other);
    }

    /** The options of an enum, a discriminator or a header; empty if there are none. */
    public List<String> allowed() {
        return expected.allowed();
    }

    /** What was probably meant; null if unknown. */
    public @Nullable String suggestion() {
        return help.suggestion;
    }

    /** The place of the value, as in {@code query "per_page"} or {@code body /filters/0}. */
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

    /** The violation as a sentence, as in {@code query "per_page" must be at most 100, was 500}. */
    public String message() {
        return where() + " " + demand();
    }

    /** The sentence without the place, as in {@code must be at most 100, was 500}. */
    public String demand() {
        String correct = help.remedy == null ? "" : " (correct " + help.remedy.text() + ")";
        String note = help.note == null ? "" : "; " + help.note;
        return must() + ", was " + got + correct + note;
    }

    /** The expectation, as in {@code must be at most 100}, with the suggestion if it does not list options. */
    public String must() {
        String meant = allowed().isEmpty() ? help.suggestion : null;
        return "must " + expected.text() + (meant == null ? "" : " (" + Spelling.question(meant) + ")");
    }

    /** The sentence without the place and without help, as in {@code must be left out, was 1}. */
    public String plainly() {
        return "must " + expected.text() + ", was " + got;
    }
}
