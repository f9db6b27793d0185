package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a collection has for a call. */
public sealed interface CollectionAnswer {
    /**
     * The body of the answer of success.
     *
     * @param sent writes the same, with its records as they are known to whoever sends it
     * @param headers of those that the document has, the ones that say something of the list
     * @param part which records a range asked for, as {@code Content-Range} has it; empty if these are all, or none did
     * @param notes what was taken all the same, and is worth a look
     */
    record Body(
            JsonNode value,
            JsonNode sent,
            Content content,
            Map<String, Words> headers,
            String part,
            List<Violation> notes)
            implements CollectionAnswer {
        Body(JsonNode value, Content content) {
            this(value, value, content, Map.of(), "", List.of());
        }

        /** The same with these. */
        Body noting(List<Violation> others) {
            return others.isEmpty() ? this : new Body(value, sent, content, headers, part, others);
        }

        /** The same as the part of a list. */
        Body part(String range) {
            return range.isEmpty() ? this : new Body(value, sent, content, headers, range, notes);
        }
    }

    /**
     * What a header says of a list.
     *
     * @param said empty if there is nothing to say, and the header is left out
     * @param otherwise what it says then if it must be there
     */
    record Words(Optional<String> said, Optional<String> otherwise) {}

    /**
     * There is no such record.
     *
     * @param parameter the path parameter that names it
     * @param got its value
     * @param collection the name of the collection
     * @param known the keys of some records that are there
     */
    record Missing(String parameter, String got, String collection, List<String> known) implements CollectionAnswer {
        /** What is wrong with a path that names it. */
        public Violation violation() {
            String others = known.isEmpty() ? ", of which there are none" : ", such as " + MessageText.or(known);
            return new Violation(
                    Place.PATH,
                    parameter,
                    "",
                    "exists",
                    Expected.to("name one of " + collection + others),
                    MessageText.text(got));
        }
    }

    /**
     * A value that the contract admits, and that means nothing: a place that is none of the list, an order by nothing.
     *
     * @param place where it stands
     * @param parameter the parameter that has it, or the property of the body, as in {@code page[size]}
     */
    record Senseless(Place place, String parameter, Expected expected, String got) implements CollectionAnswer {}

    /**
     * Fewer records than the contract has every answer of the list show.
     *
     * @param parameter the query parameter that leads there; empty if none was given
     * @param got its value
     * @param least how many there must be
     */
    record TooFew(String parameter, String got, int count, long least) implements CollectionAnswer {}

    /**
     * A range begins behind the last record.
     *
     * @param parameter the header that has it
     * @param unit that of the range, as {@code Content-Range} has it, with a blank behind it, or nothing
     */
    record OutOfRange(String parameter, String got, String unit, int total) implements CollectionAnswer {}

    /**
     * Something was done.
     *
     * @param value the body; null for that of the operation's example, or for none where none is documented
     * @param headers the values of documented headers; empty for one that is left out
     * @param notes what was taken all the same, and is worth a look
     */
    record Done(ChosenAnswer chosen, @Nullable JsonNode value, Map<String, String> headers, List<Violation> notes)
            implements CollectionAnswer {
        public Done(ChosenAnswer chosen, @Nullable JsonNode value, Map<String, String> headers) {
            this(chosen, value, headers, List.of());
        }

        /** The same with these. */
        public Done noting(List<Violation> others) {
            return new Done(chosen, value, headers, others);
        }
    }

    /** It cannot be done. */
    record Refused(int status, List<Violation> violations) implements CollectionAnswer {}
}
