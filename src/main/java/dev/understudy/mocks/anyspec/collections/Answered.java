package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a collection has for a call. */
public sealed interface Answered {
    /**
     * The body of the answer of success.
     *
     * @param headers of those that the document has, the ones that say something of the list
     */
    record Body(JsonNode value, Content content, Map<String, Words> headers) implements Answered {}

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
    record Missing(String parameter, String got, String collection, List<String> known) implements Answered {}

    /**
     * A place in the list that is none of it.
     *
     * @param parameter the query parameter that names it
     */
    record Lost(String parameter, String got) implements Answered {}
}
