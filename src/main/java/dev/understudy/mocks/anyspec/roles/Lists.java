package dev.understudy.mocks.anyspec.roles;

import dev.understudy.api.Pointers;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.corrections.ConflictingUses;
import dev.understudy.mocks.anyspec.roles.corrections.Corrections;
import dev.understudy.mocks.anyspec.roles.corrections.FieldCorrection;
import dev.understudy.mocks.anyspec.roles.corrections.ParameterCorrection;
import dev.understudy.mocks.anyspec.roles.parameters.ConventionalName;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.FieldRules;
import dev.understudy.mocks.anyspec.roles.parameters.FieldRules.Paging;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterRules;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.ListFinder;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the operations that list records. */
final class Lists {
    /** Generic names for lists, whatever they contain. */
    private static final String HOLDER = "data|items|results?|values?|records|embedded|entries|content|list|rows";

    /** Fields that only a paged answer has. */
    private static final Set<FieldUse> TELLING = EnumSet.of(
            FieldUse.TOTAL,
            FieldUse.PAGES,
            FieldUse.HAS_NEXT,
            FieldUse.NEXT_URL,
            FieldUse.NEXT_PAGE,
            FieldUse.NEXT_OFFSET,
            FieldUse.NEXT_TOKEN);

    private final SchemaViews views;
    private final Corrections corrections;
    private final ListFinder finder;
    private final Set<String> shapes = new HashSet<>();
    private final Map<Operation, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Properties> properties = new HashMap<>();

    Lists(SchemaViews views, Corrections corrections, List<ReadOperation> sites) {
        this.views = views;
        this.corrections = corrections;
        this.finder = new ListFinder(views);
        sites.forEach(reading -> shapes.add(reading.shape()));
        sites.forEach(reading -> find(reading).ifPresent(found -> seen.put(reading.operation(), found)));
    }

    /** An operation that lists records; compared by identity. */
    record Seen(ReadOperation reading, Envelope envelope, Map<String, ParameterUse> uses) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    @Nullable
    Seen of(Operation operation) {
        return seen.get(operation);
    }

    /** Removes an operation that turned out not to be a list. */
    void drop(Seen no) {
        seen.remove(no.reading().operation());
    }

    Map<Operation, Seen> all() {
        return seen;
    }

    /** The properties of records with this schema. */
    Properties properties(String record) {
        return properties.computeIfAbsent(record, pointer -> Properties.of(views, pointer));
    }

    /** The property of a record that corresponds to a parameter before the list: {@code customer_id}. */
    Optional<Property> property(Seen list, ReadOperation reading, int index) {
        String plain = Name.plain(reading.parameter(index));
        String before = index == 0 ? "" : Name.plain(reading.segments().get(index - 1));
        Properties own = properties(list.envelope().record());
        Optional<Property> found = plain.matches("id|uuid|key|name|slug|sid") ? Optional.empty() : own.exactly(plain);
        for (String one : Name.otherNumber(before)) {
            found = found.or(() -> own.exactly(one + "id"));
        }
        return found.filter(property -> !property.several());
    }

    private Optional<Seen> find(ReadOperation reading) {
        SchemaView whole = reading.schema(views);
        String noun = Name.plain(reading.noun());
        Correction said = reading.operation().correction();
        boolean items = reading.isOfItems();
        Optional<ListFinder.Found> found = items ? finder.items(whole) : list(said, whole, noun);
        if (found.isEmpty()) {
            if (said.isRole("list") || said.entry("items").isPresent()) {
                said.text("collection").ifPresent(corrections::lose);
            }
            return Optional.empty();
        }
        ListFinder.Found list = found.get();
        Map<String, String> inputs = inputs(reading);
        said.value("parameters").fieldNames().forEachRemaining(name -> {
            if (!inputs.containsKey(name)) {
                String pointer =
                        Pointers.child(said.entry("parameters").orElseThrow().pointer(), name);
                corrections.unknown(pointer, "there is no parameter " + name, name, inputs.keySet());
            }
        });
        Set<String> names = inputs.keySet().stream().map(Name::plain).collect(Collectors.toSet());
        var rules = new ParameterRules(views, properties(list.record()), noun, names);
        var uses = new LinkedHashMap<String, ParameterUse>();
        inputs.forEach((name, schema) ->
                uses.put(name, said(said, rules, name, schema).orElseGet(() -> rules.use(name, schema))));
        new ConflictingUses(corrections).check(said, uses);
        reading.operation().inputs().stream()
                .filter(input -> input.place() == Place.HEADER && input.name().equalsIgnoreCase("Range"))
                .forEach(input -> uses.put(input.name(), new ParameterUse.Range()));
        var ruled = new FieldRules(views, paging(uses));
        List<Field> fields =
                items ? List.of() : new FieldCorrection(corrections, ruled).fields(said, whole, list.path());
        Map<String, FieldUse> headers = FieldCorrection.headers(
                corrections, said, reading.operation().success().orElseThrow(), headers(reading.operation()));
        if (!telling(fields, headers)) {
            uses.replaceAll((name, use) -> counted(name, use));
        }
        boolean asked =
                !paging(uses).isEmpty() || uses.values().stream().anyMatch(ParameterUse.Limit.class::isInstance);
        boolean told = fields.stream().anyMatch(field -> TELLING.contains(field.use()));
        boolean certain = said.isRole("list") || said.entry("items").isPresent();
        if (!certain && !isList(reading, list, whole, asked, asked || told)) {
            return Optional.empty();
        }
        Content content = reading.content().orElseThrow();
        return Optional.of(new Seen(
                reading,
                new Envelope(
                        content.pointer(), content.schema().orElseThrow(), list.path(), list.record(), fields, headers),
                uses));
    }

    /** Whether an answer says how to request the next page. */
    private static boolean telling(List<Field> fields, Map<String, FieldUse> headers) {
        Set<FieldUse> next = EnumSet.of(FieldUse.NEXT_TOKEN, FieldUse.NEXT_URL, FieldUse.LINKS);
        return fields.stream().map(Field::use).anyMatch(next::contains)
                || headers.values().stream().anyMatch(next::contains);
    }

    /** A text offset is a token only if an answer contains one. */
    private static ParameterUse counted(String name, ParameterUse use) {
        return use instanceof ParameterUse.Cursor && ConventionalName.OFFSET.has(Name.plain(name))
                ? new ParameterUse.Offset()
                : use;
    }

    /** The list in the answer, as declared by x-understudy or found by the rules. */
    private Optional<ListFinder.Found> list(Correction said, SchemaView whole, String noun) {
        if (said.isRole("item")) {
            return Optional.empty();
        }
        Optional<Correction.Entry> items = said.entry("items");
        if (items.isPresent()) {
            return corrections.list(whole, items.get());
        }
        Optional<ListFinder.Found> found = finder.find(whole, noun);
        if (found.isEmpty() && said.isRole("list")) {
            corrections.mistake(
                    said.entry("role").orElseThrow().pointer(),
                    "the answer of success has no list of objects that is surely meant",
                    "say where it is by items");
        }
        return found;
    }

    /** The use of a parameter that x-understudy declares. */
    private Optional<ParameterUse> said(Correction said, ParameterRules rules, String name, String schema) {
        return said.entry("parameters")
                .filter(entry -> entry.value().has(name))
                .flatMap(entry -> new ParameterCorrection(corrections, rules)
                        .use(
                                name,
                                Pointers.child(entry.pointer(), name),
                                entry.value().path(name),
                                views.at(schema)));
    }

    /** The uses of the query parameters of an operation that shows one record, which select what is shown. */
    Map<String, ParameterUse> uses(Operation operation, Role.Shows one) {
        var uses = new LinkedHashMap<String, ParameterUse>();
        Map<String, String> inputs = inputs(ReadOperation.of(operation));
        Set<String> names = inputs.keySet().stream().map(Name::plain).collect(Collectors.toSet());
        String noun = Name.plain(one.collection().name());
        var rules = new ParameterRules(views, properties(one.record(views)), noun, names);
        inputs.forEach((name, schema) -> {
            ParameterUse use = rules.use(name, schema);
            boolean shows = use instanceof ParameterUse.Projection || use instanceof ParameterUse.Nothing;
            uses.put(name, shows ? use : new ParameterUse.Unknown("the path says which record is shown"));
        });
        return uses;
    }

    /** The places of the schemas of inputs, in the query, and in the body of a search. */
    private Map<String, String> inputs(ReadOperation reading) {
        var inputs = new LinkedHashMap<String, String>();
        reading.operation().inputs().stream()
                .filter(input -> input.place() == Place.QUERY)
                .forEach(input -> inputs.put(input.name(), input.schema()));
        if (reading.asksByBody()) {
            inputs.putAll(views.at(reading.body()).properties());
        }
        return inputs;
    }

    /**
     * Whether this is a list. An object with a list inside may be a single thing, such as an order with its lines, if
     * it has an id, its path ends with a parameter, or the list has neither the name of the path nor a generic name.
     *
     * @param asked whether a request can ask for a page
     * @param paged whether it can, or the answer shows that there are pages
     */
    private boolean isList(
            ReadOperation reading, ListFinder.Found list, SchemaView whole, boolean asked, boolean paged) {
        if (list.path().isEmpty()) {
            return !reading.endsWithParameter() || !shapes.contains(beforeParameters(reading));
        } else if (reading.endsWithParameter()) {
            return !shapes.contains(beforeParameters(reading)) && paged && !isOneThing(whole);
        }
        boolean named =
                list.path().stream().map(Name::plain).anyMatch(step -> isNamed(step, Name.plain(reading.noun())));
        return isOneThing(whole) ? named && asked : named || paged;
    }

    private static boolean isNamed(String step, String noun) {
        return step.equals(noun) || Name.otherNumber(noun).contains(step) || step.matches(HOLDER);
    }

    private static boolean isOneThing(SchemaView whole) {
        return whole.properties().keySet().stream().map(Name::plain).anyMatch(name -> name.matches("id|nodeid|uuid"));
    }

    private static String beforeParameters(ReadOperation reading) {
        return reading.shape(reading.segments().size() - reading.parametersAtEnd());
    }

    /** The uses of the headers of the success answer, and of the answer with a part of the list. */
    private static Map<String, FieldUse> headers(Operation operation) {
        var all = new ArrayList<>(operation.success().orElseThrow().answer().headers());
        operation.partial().ifPresent(part -> all.addAll(part.answer().headers()));
        var headers = new LinkedHashMap<String, FieldUse>();
        for (Parameter header : all) {
            FieldRules.ofHeader(header.name()).ifPresent(use -> headers.putIfAbsent(header.name(), use));
        }
        return headers;
    }

    /** The ways in which pages can be requested. */
    static Set<Paging> paging(Map<String, ParameterUse> uses) {
        Set<Paging> paging = EnumSet.noneOf(Paging.class);
        for (ParameterUse use : uses.values()) {
            if (use instanceof ParameterUse.Page) {
                paging.add(Paging.PAGE);
            } else if (use instanceof ParameterUse.Offset) {
                paging.add(Paging.OFFSET);
            } else if (use instanceof ParameterUse.Cursor) {
                paging.add(Paging.CURSOR);
            } else if (use instanceof ParameterUse.Parts parts) {
                paging.addAll(paging(parts.byKey()));
            }
        }
        return paging;
    }
}
