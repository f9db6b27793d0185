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

/** The result of asking a collection for a call. */
public sealed interface CollectionAnswer {
    /**
     * The body of a success answer.
     *
     * @param sent writes the same body, with records in a form that the sending code can cache
     * @param headers the documented headers that are about the list
     * @param part the records that a range selected, in the form of {@code Content-Range}; empty if all are shown or no
     *     range was requested
     * @param notes peculiarities that were accepted but are worth a look
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

        /** The same body with these notes. */
        Body noting(List<Violation> others) {
            return others.isEmpty() ? this : new Body(value, sent, content, headers, part, others);
        }

        /** The same body as part of a list. */
        Body part(String range) {
            return range.isEmpty() ? this : new Body(value, sent, content, headers, range, notes);
        }
    }

    /**
     * The value of a header about a list.
     *
     * @param said empty if there is no value and the header is omitted
     * @param otherwise the value to use if the header is required
     */
    record Words(Optional<String> said, Optional<String> otherwise) {}

    /**
     * The record does not exist.
     *
     * @param parameter the path parameter that names the record
     * @param got the parameter's value
     * @param collection the name of the collection
     * @param known the keys of some existing records
     */
    record Missing(String parameter, String got, String collection, List<String> known) implements CollectionAnswer {
        /** The violation in the path that names the record. */
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
     * A value that the contract allows but that means nothing, such as a place outside the list, or an unknown sort
     * key.
     *
     * @param place the part of the request with the value
     * @param parameter the parameter with the value, or the property of the body, as in {@code page[size]}
     */
    record Senseless(Place place, String parameter, Expected expected, String got) implements CollectionAnswer {}

    /**
     * The answer would have fewer records than the contract requires for the list.
     *
     * @param parameter the query parameter that is the cause; empty if none was given
     * @param got the parameter's value
     * @param least the required number of records
     */
    record TooFew(String parameter, String got, int count, long least) implements CollectionAnswer {}

    /**
     * A range starts after the last record.
     *
     * @param parameter the header with the range
     * @param unit the range's unit with a space after it, as in {@code Content-Range}; may be empty
     */
    record OutOfRange(String parameter, String got, String unit, int total) implements CollectionAnswer {}

    /**
     * A change was made.
     *
     * @param value the body; null to use the body of the operation's example, or none if none is documented
     * @param headers the values of documented headers; empty for one that is omitted
     * @param notes peculiarities that were accepted but are worth a look
     */
    record Done(ChosenAnswer chosen, @Nullable JsonNode value, Map<String, String> headers, List<Violation> notes)
            implements CollectionAnswer {
        public Done(ChosenAnswer chosen, @Nullable JsonNode value, Map<String, String> headers) {
            this(chosen, value, headers, List.of());
        }

        /** The same answer with these notes. */
        public Done noting(List<Violation> others) {
            return new Done(chosen, value, headers, others);
        }
    }

    /** The call cannot be carried out. */
    record Refused(int status, List<Violation> violations) implements CollectionAnswer {}
}
