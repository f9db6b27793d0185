package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A reading operation with its path as segments, without a format suffix: {@code /users.json} becomes {@code /users}.
 */
record ReadOperation(Operation operation, List<String> segments) {
    private static final String FORMAT = "\\.(json|\\{?format}?|\\{ext})$";

    /** Segments that say how a list is requested, not what it contains. */
    private static final String ASKING = "(?i)search|list|query|find|all|index|filter|browse|_search|lookup|get";

    static ReadOperation of(Operation operation) {
        String path = operation
                .path()
                .replaceFirst("[?#].*", "")
                .replaceFirst("/+$", "")
                .replaceFirst(FORMAT, "");
        var segments = new ArrayList<String>();
        Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).forEach(segments::add);
        return new ReadOperation(operation, List.copyOf(segments));
    }

    /** The same operation without this many segments at the end. */
    ReadOperation outer(int count) {
        return new ReadOperation(operation, segments.subList(0, segments.size() - count));
    }

    /** Whether it may be a search by its body: a POST to a path such as {@code /kites/search}. */
    static boolean isSearch(Operation operation) {
        ReadOperation reading = of(operation);
        return operation.method().equals("POST")
                && reading.collectionLength() < reading.segments().size()
                && !reading.body().isEmpty();
    }

    /** Whether the request is in the body. */
    boolean asksByBody() {
        return operation.method().equals("POST");
    }

    /** The place of the schema of its JSON body; empty if it has none. */
    String body() {
        return operation.takes().stream()
                .filter(content -> content.form() == Content.Form.JSON)
                .flatMap(content -> content.schema().stream())
                .findFirst()
                .orElse("");
    }

    /** The JSON content of its success answer, or else a stream of records, if it has a schema. */
    Optional<Content> content() {
        return operation.success().filter(chosen -> chosen.status() / 100 == 2).stream()
                .flatMap(chosen -> chosen.answer().contents().stream())
                .filter(content -> content.form() == Content.Form.JSON || isOfRecords(content))
                .filter(content -> content.schema().isPresent())
                .findFirst();
    }

    private static boolean isOfRecords(Content content) {
        return content.stream() != null && content.stream().isOfRecords();
    }

    /** Whether its content is streamed item by item, with the schema of one item. */
    boolean isOfItems() {
        return content()
                .filter(content -> content.stream() != null && !content.stream().isWhole())
                .isPresent();
    }

    SchemaView schema(SchemaViews views) {
        return views.at(content().flatMap(Content::schema).orElse(""));
    }

    /** Its path without the names of parameters. */
    String shape() {
        return shape(segments.size());
    }

    /** The path up to this segment without the names of parameters. */
    String shape(int length) {
        return String.join(
                "/",
                segments.subList(0, length).stream()
                        .map(segment -> isParameter(segment) ? "{}" : segment)
                        .toList());
    }

    boolean endsWithParameter() {
        return !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    }

    /** The segments that identify the record: the parameters at the end, or as many as x-understudy declares keys. */
    List<Integer> keys() {
        List<Integer> all = parameters(segments.size()).boxed().toList();
        int named = operation.correction().texts("key").size();
        boolean told = isToldOne();
        int usual = told ? Math.max(1, parametersAtEnd()) : parametersAtEnd();
        int count = Math.min(named == 0 ? usual : named, told ? all.size() : parametersAtEnd());
        return all.subList(all.size() - count, all.size());
    }

    /** Whether x-understudy declares that it is about one record, so that its path must identify it. */
    boolean isToldOne() {
        return operation
                .correction()
                .text("role")
                .filter(role -> role.matches("item|replace|patch|delete"))
                .isPresent();
    }

    /** The number of segments before the keys. */
    int beforeKeys() {
        return keys().isEmpty() ? segments.size() : keys().get(0);
    }

    /** The number of parameters at its end. */
    int parametersAtEnd() {
        int count = 0;
        while (count < segments.size() && isParameter(segments.get(segments.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    /** The name of the parameter that is the whole segment. */
    String parameter(int index) {
        String segment = segments.get(index);
        return segment.substring(1, segment.length() - 1);
    }

    /** The indexes of the parameters among the first segments. */
    IntStream parameters(int length) {
        return IntStream.range(0, length).filter(this::isParameter);
    }

    boolean isParameter(int index) {
        return isParameter(segments.get(index));
    }

    private static boolean isParameter(String segment) {
        return segment.matches("\\{[^{}]+}");
    }

    /** The noun of its path: the last segment that is a name. */
    String noun() {
        String noun = "";
        for (String segment : segments) {
            boolean asks = segment.matches(ASKING) && !noun.isEmpty();
            if (!segment.contains("{") && !asks) {
                noun = segment;
            }
        }
        return noun.replaceFirst("(?i)^(get|list|search|find)[-_]?(?=\\p{L}{3})", "");
    }

    /** The length of the collection's path, without a segment that says how it is requested. */
    int collectionLength() {
        int last = segments.size() - 1;
        return last > 0 && segments.get(last).matches(ASKING) ? last : segments.size();
    }
}
