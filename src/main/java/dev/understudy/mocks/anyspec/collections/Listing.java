package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.Target;
import dev.understudy.api.Violation;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.PositionSet;
import dev.understudy.kept.CheckedValue;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.odata.ODataFilter;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers a list: the requested records in the requested order, one page of them. */
final class Listing {
    /**
     * The default page size, if neither the request nor the document states one, but there is a way to request other
     * pages.
     */
    private static final int USUAL = 20;

    private static final int NOT_SATISFIABLE = 416;

    private final Contract contract;
    private final Showing showing;
    private final Indexes indexes;
    private final Operation operation;
    private final Role.Lists role;
    private final ListQuery asked;
    private final Call call;

    Listing(
            Contract contract,
            Showing showing,
            Indexes indexes,
            Operation operation,
            Role.Lists role,
            ListQuery asked,
            Call call) {
        this.contract = contract;
        this.showing = showing;
        this.indexes = indexes;
        this.operation = operation;
        this.role = role;
        this.asked = asked;
        this.call = call;
    }

    /**
     * The answer with these records; empty if none would be valid.
     *
     * @param records the records that the list is about
     * @param whole the whole collection
     */
    Optional<CollectionAnswer> answer(FixtureSet<JsonRecord> records, FixtureSet<JsonRecord> whole) {
        Optional<Content> content =
                DocumentExamples.content(operation, role.envelope().content());
        if (content.isEmpty() || !areShown(records)) {
            return Optional.empty();
        }
        PositionSet found = filtered(records).positions();
        SelectedRecords entries = ordered(found, whole);
        PageTokens tokens = tokens();
        Optional<Parameter> cursor = asked.given(ParameterUse.Cursor.class);
        var former = new FormerPlace(asked, tokens, this::shown);
        Optional<Integer> place =
                cursor.flatMap(each -> place(each, tokens, entries).or(() -> former.of(each, entries, found, whole)));
        if (cursor.isPresent() && place.isEmpty()) {
            return Optional.of(new CollectionAnswer.Senseless(
                    ParameterValueCheck.place(operation, cursor.get().written()),
                    cursor.get().written(),
                    Expected.be("what an answer of this list gave, or the key of one of its records"),
                    cursor.get().value().asText()));
        }
        Optional<Parameter> vain = asked.given(ParameterUse.Range.class)
                .filter(range -> ListQuery.range(range.value().asText())
                        .filter(ends -> isSatisfiable(ends, entries.size()))
                        .isEmpty());
        if (vain.isPresent() && contract.documents(operation.operationId(), NOT_SATISFIABLE)) {
            return Optional.of(new CollectionAnswer.OutOfRange(
                    vain.get().written(), vain.get().value().asText(), asked.unit(), entries.size()));
        }
        Window window = window(entries.size(), cursor, place);
        var links = new PageLinks(target(), asked, window, tokens, entries);
        var filling = new EnvelopeFilling(contract, window, links, asked.unit());
        List<? extends JsonNode> page = page(entries.between(window.begin(), window.end()), content.get());
        Envelope envelope = role.envelope();
        return filling.fill(envelope, content.get(), page, showing.frames(content.get(), envelope.items()))
                .<CollectionAnswer>map(body -> body(body, page, content.get(), filling.headers(envelope))
                        .part(isPart(window, vain.isPresent()) ? filling.range() : "")
                        .noting(notes(page)))
                .or(() -> tooFew(page.size()));
    }

    /** A range after all records is ignored (RFC 9110 section 14.2) if no answer for it is documented. */
    private static boolean isSatisfiable(long[] ends, int total) {
        return ends[0] == 0 || ends[0] < total;
    }

    /** Whether the page was requested as a range and there are other records. */
    private boolean isPart(Window window, boolean vain) {
        return asked.given(ParameterUse.Range.class).isPresent()
                && asked.given(ParameterUse.Cursor.class).isEmpty()
                && !vain
                && window.count() > 0
                && window.count() < window.total();
    }

    private Target target() {
        return operation.method().equals("GET") ? call.target() : Target.NONE;
    }

    private static Optional<Integer> place(Parameter cursor, PageTokens tokens, SelectedRecords entries) {
        String token = cursor.value().asText();
        boolean backwards = ((ParameterUse.Cursor) cursor.use()).backwards();
        return tokens.find(token, entries).or(() -> tokens.between(token, entries, backwards));
    }

    /** The answer that there are fewer records than required, or none if the contract allows no empty answer. */
    private Optional<CollectionAnswer> tooFew(int count) {
        long least = Math.max(1, listSchema().note("minItems").asLong(0));
        if (count >= least) {
            return Optional.empty();
        }
        Optional<Parameter> guilty = asked.given(ParameterUse.Page.class)
                .or(() -> asked.given(ParameterUse.Offset.class))
                .or(() -> asked.given(ParameterUse.Cursor.class))
                .or(() -> asked.given().stream().findFirst());
        return Optional.of(new CollectionAnswer.TooFew(
                guilty.map(Parameter::written).orElse(""),
                guilty.map(each -> each.value().asText()).orElse(""),
                count,
                least));
    }

    /** Whether all of these records can be shown. */
    private boolean areShown(FixtureSet<JsonRecord> records) {
        PositionSet hidden = records.derived(indexes.hidden(role.envelope().record()));
        return hidden.size() == 0 || records.at(hidden).positions().size() == 0;
    }

    private FixtureSet<JsonRecord> filtered(FixtureSet<JsonRecord> records) {
        FixtureSet<JsonRecord> left = records;
        for (Parameter parameter : asked.filters()) {
            if (parameter.use() instanceof ParameterUse.Filter filter) {
                Property property = filter.property();
                Column column =
                        records.loaded().derived(indexes.column(role.envelope().record(), property));
                Predicate<JsonNode> condition = Matching.of(property, filter.comparison(), parameter.value());
                left = left.where(
                        Lookup.of(column, property, filter.comparison(), parameter.value()),
                        entry -> condition.test(shown(entry)));
            } else if (parameter.use() instanceof ParameterUse.Search search) {
                Predicate<JsonNode> condition = Matching.search(search.properties(), parameter.value());
                left = left.where(entry -> condition.test(shown(entry)));
            } else if (parameter.use() instanceof ParameterUse.Identity identity) {
                Predicate<JsonNode> condition = Matching.identity(identity.properties(), parameter.value());
                left = left.where(entry -> condition.test(shown(entry)) != identity.others());
            } else if (parameter.filter() instanceof ODataFilter.Read.Understood understood) {
                left = left.where(entry -> ODataMatching.holds(understood.term(), shown(entry)));
            }
        }
        return left;
    }

    private ObjectNode shown(JsonRecord entry) {
        return showing.show(entry, role.envelope().record()).orElseThrow();
    }

    private SelectedRecords ordered(PositionSet found, FixtureSet<JsonRecord> whole) {
        List<Sorting.Key> keys = asked.order();
        if (keys.isEmpty()) {
            return new SelectedRecords(
                    whole,
                    found,
                    asked.isTurned() ? SelectedRecords.Places.turned(found) : SelectedRecords.Places.created(found));
        }
        Comparator<JsonNode> order = Ordering.by(keys);
        Optional<Permutation> known = indexes.order(role.envelope().record(), keys, whole);
        SelectedRecords.Places places = known.isPresent()
                ? new SortedPlaces(whole, found, known.get(), order, this::shown)
                : SelectedRecords.Places.sorted(
                        found, order, position -> shown(whole.byPosition().get(position)));
        return new SelectedRecords(whole, found, places);
    }

    /** The records of a page; records known to be valid are used as such, where that is trusted. */
    private List<? extends JsonNode> page(List<JsonRecord> entries, Content content) {
        if (asked.isProjected()) {
            return projection().of(entries.stream().map(this::shown).toList());
        } else if (!content.trusts()) {
            return entries.stream().map(this::shown).toList();
        }
        var page = new ArrayList<CheckedValue>(entries.size());
        for (JsonRecord entry : entries) {
            page.add(showing.checked(entry, role.envelope().record()).orElseThrow());
        }
        return page;
    }

    /** Notes about the parts of the request that have no effect. */
    private List<Violation> notes(List<? extends JsonNode> page) {
        List<Violation> notes = new IneffectiveParameters(showing, operation).notes(asked);
        notes.addAll(asked.isProjected() ? projection().notes(page) : List.of());
        return notes;
    }

    private Projection projection() {
        Envelope envelope = role.envelope();
        var projected = new Projection.Projected(envelope.record(), envelope.schema(), role.collection());
        return new Projection(contract, showing, operation, projected, asked);
    }

    /** @param body contains the records of the page that are known to be valid */
    private CollectionAnswer.Body body(
            JsonNode body,
            List<? extends JsonNode> page,
            Content content,
            Map<String, CollectionAnswer.Words> headers) {
        if (page.isEmpty() || !(page.get(0) instanceof CheckedValue)) {
            return new CollectionAnswer.Body(body, body, content, headers, "", List.of());
        }
        ArrayNode plain = JsonNodeFactory.instance.arrayNode(page.size());
        page.forEach(each -> plain.add(((CheckedValue) each).value()));
        // As a separate node, the records are rendered and checked once for all pages.
        var apart = new POJONode(page);
        List<String> path = role.envelope().items();
        return path.isEmpty()
                ? new CollectionAnswer.Body(plain, apart, content, headers, "", List.of())
                : new CollectionAnswer.Body(
                        Paths.replaced((ObjectNode) body, path, plain),
                        Paths.replaced((ObjectNode) body, path, apart),
                        content,
                        headers,
                        "",
                        List.of());
    }

    private PageTokens tokens() {
        String name = asked.cursor().map(Parameter::written).orElse("");
        return new PageTokens(
                contract, showing, indexes, operation.schema(name), name, role.collection(), asked, this::shown);
    }

    private Window window(int total, Optional<Parameter> cursor, Optional<Integer> place) {
        long size = size(total);
        int first = asked.first(ParameterUse.Page.class)
                .map(page -> ((ParameterUse.Page) page.use()).first())
                .orElse(1);
        if (cursor.isPresent() && ((ParameterUse.Cursor) cursor.get().use()).backwards()) {
            int end = place.orElse(0);
            long from = Math.max(0, end - size);
            return new Window(from, Math.min(size, end - from), total, first);
        } else if (cursor.isPresent()) {
            return new Window(place.orElse(-1) + 1, size, total, first);
        }
        Optional<long[]> range = asked.range().filter(ends -> isSatisfiable(ends, total));
        if (range.isPresent()) {
            long from = range.get()[0];
            long count = Math.max(0, Math.min(range.get()[1] - from + 1, size(total, Integer.MAX_VALUE)));
            return new Window(from, count, total, first);
        }
        BigInteger offset = asked.given(ParameterUse.Offset.class)
                .flatMap(Parameter::number)
                .orElse(BigInteger.ZERO);
        Optional<BigInteger> page = asked.given(ParameterUse.Page.class).flatMap(Parameter::number);
        return page.isPresent() && offset.signum() == 0
                ? Window.page(page.get(), size, total, first)
                : new Window(offset.max(BigInteger.ZERO), size, total, first);
    }

    /** The requested or default page size; all records if there is no way to request another page. */
    private long size(int total) {
        return size(total, USUAL);
    }

    /** @param otherwise the size if none is stated and other pages can be requested */
    private long size(int total, long otherwise) {
        Optional<Parameter> limit = asked.first(ParameterUse.Limit.class);
        Optional<ParameterUse.Limit> use = limit.map(parameter -> (ParameterUse.Limit) parameter.use());
        Optional<Long> given = limit.filter(Parameter::isGiven)
                .flatMap(Parameter::number)
                .filter(WholeNumber::isLong)
                .map(BigInteger::longValueExact);
        boolean paged = asked.first(ParameterUse.Page.class).isPresent()
                || asked.first(ParameterUse.Offset.class).isPresent()
                || asked.first(ParameterUse.Cursor.class).isPresent();
        long usual = use.flatMap(ParameterUse.Limit::usual).orElse(paged ? otherwise : Math.max(total, 1));
        long size = given.filter(number -> number >= 0).orElse(usual);
        long most = Math.min(use.flatMap(ParameterUse.Limit::most).orElse(Long.MAX_VALUE), mostItems());
        return Math.max(Math.min(size, most), listSchema().note("minItems").asLong(0));
    }

    private long mostItems() {
        return listSchema().note("maxItems").asLong(Long.MAX_VALUE);
    }

    private SchemaView listSchema() {
        SchemaView list = showing.view(role.envelope().schema());
        for (String step : role.envelope().items()) {
            list = showing.view(list.properties().getOrDefault(step, ""));
        }
        return list;
    }
}
