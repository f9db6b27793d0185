package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.odata.ODataFilter;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rejects parameter values of lists that the contract allows but that mean nothing: page 0 if pages count from 1, or an
 * unknown sort key. A value that the document itself shows is never rejected.
 */
record ParameterValueCheck(Contract contract, Showing showing, Operation operation) {
    /** The maximum number of names that a message lists. */
    private static final int NAMED = 8;

    /** The first meaningless value; empty if there is none. */
    Optional<CollectionAnswer> flaw(ListQuery asked) {
        for (Parameter parameter : asked.given()) {
            SchemaView schema = schema(parameter.written());
            Optional<CollectionAnswer> flaw = flaw(parameter, schema);
            if (flaw.isPresent() && !isShown(parameter, schema)) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private SchemaView schema(String written) {
        String whole = operation.schema(written);
        if (!whole.isEmpty()) {
            return showing.view(whole);
        }
        String[] steps = written.replace("]", "").split("\\[");
        String first = operation.schema(steps[0]);
        SchemaView view = showing.view(first.isEmpty() ? inBody(steps[0]) : first);
        for (int i = 1; i < steps.length; i++) {
            view = showing.view(view.properties().getOrDefault(steps[i], ""));
        }
        return view;
    }

    private String inBody(String name) {
        return operation.takes().stream()
                .flatMap(content -> content.schema().stream())
                .map(schema -> showing.view(schema).properties().getOrDefault(name, ""))
                .filter(schema -> !schema.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether the document shows the value: in an enum, as the default, or in an example. */
    private boolean isShown(Parameter parameter, SchemaView schema) {
        JsonNode value = parameter.value();
        var shown = new ArrayList<>(schema.options());
        operation.inputs().stream()
                .filter(input -> input.name().equals(parameter.written())
                        && !input.schema().isEmpty())
                .flatMap(input -> contract.examples(input).stream())
                .forEach(example -> shown.add(example.value()));
        shown.add(schema.note("default"));
        shown.add(schema.note("example"));
        schema.note("examples").forEach(shown::add);
        return shown.stream()
                .anyMatch(each -> each.equals(value)
                        || (each.isValueNode()
                                && value.isValueNode()
                                && !each.isMissingNode()
                                && each.asText().equals(value.asText())));
    }

    private Optional<CollectionAnswer> flaw(Parameter parameter, SchemaView schema) {
        ParameterUse use = parameter.use();
        if (use instanceof ParameterUse.Page page) {
            return below(parameter, schema, page.first(), "the number of a page, which is at least " + page.first());
        } else if (use instanceof ParameterUse.Offset) {
            return below(parameter, schema, 0, "a number of records, which is at least 0");
        } else if (use instanceof ParameterUse.Limit) {
            return below(parameter, schema, 0, "a number of records, which is at least 0")
                    .or(() -> vast(parameter));
        } else if (use instanceof ParameterUse.Range && asked(parameter).isEmpty()) {
            return senseless(
                    parameter,
                    Expected.be("one range that ends where it begins or later, such as items=0-9"),
                    parameter.value().asText());
        } else if (use instanceof ParameterUse.Stray stray) {
            String key = parameter.written().replaceFirst(".*\\[(.*)]", "$1");
            return stray.comparison()
                    ? senseless(
                            parameter,
                            Expected.be("a comparison that such a property has, such as ne or in, or, unless it is an"
                                    + " object, gt, gte, lt or lte"),
                            key)
                    : senseless(parameter, Expected.to("have the name of " + named(key, stray.properties())), key);
        } else if (use instanceof ParameterUse.Sort sort && sort.by().isOpen()) {
            return unordered(parameter, sort.by());
        }
        if (parameter.filter() instanceof ODataFilter.Read.Wrong wrong) {
            return senseless(parameter, wrong.expected(), parameter.value().asText());
        }
        if (use instanceof ParameterUse.Filter filter && parameter.written().contains("[")) {
            return FilterValueCheck.demand(filter.property(), filter.comparison(), parameter.value())
                    .flatMap(demand ->
                            senseless(parameter, demand, parameter.value().asText()));
        }
        boolean open = use instanceof ParameterUse.Direction && schema.options().isEmpty() && schema.isText();
        return open && !Sorting.isDirection(parameter.value().asText())
                ? senseless(
                        parameter,
                        Expected.be("asc or desc", List.of("asc", "desc")),
                        parameter.value().asText())
                : Optional.empty();
    }

    private static Optional<long[]> asked(Parameter range) {
        return ListQuery.range(range.value().asText()).filter(ends -> ends[0] <= ends[1]);
    }

    /** Rejects a number that is too small, unless the contract has its own limit, which was checked before. */
    private Optional<CollectionAnswer> below(Parameter parameter, SchemaView schema, int least, String demand) {
        Optional<BigInteger> number = parameter.number();
        boolean bounded = schema.note("minimum").isNumber();
        return number.isPresent() && (bounded || number.get().compareTo(BigInteger.valueOf(least)) >= 0)
                ? Optional.empty()
                : senseless(parameter, Expected.be(demand), parameter.value().asText());
    }

    private Optional<CollectionAnswer> vast(Parameter parameter) {
        return parameter.number().filter(each -> !WholeNumber.isLong(each)).isEmpty()
                ? Optional.empty()
                : senseless(
                        parameter,
                        Expected.be("a number of records, which is at most " + Long.MAX_VALUE),
                        parameter.value().asText());
    }

    private Optional<CollectionAnswer> unordered(Parameter parameter, Sorting by) {
        for (String word : OrderWords.of(parameter.value(), by)) {
            if (by.key(word).isEmpty()) {
                return senseless(parameter, Expected.be(named(word.replaceFirst("^[-+]", ""), by.names())), word);
            }
        }
        return Optional.empty();
    }

    private static String named(String word, List<String> names) {
        String meant = Spelling.nearest(word, names)
                .map(name -> "; " + Spelling.question(name))
                .orElse("");
        String listed = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return "a property of the records, such as " + listed + meant;
    }

    private Optional<CollectionAnswer> senseless(Parameter parameter, Expected expected, String got) {
        String name = parameter.written();
        return Optional.of(new CollectionAnswer.Senseless(place(operation, name), name, expected, got));
    }

    /** The place of a parameter: for a POST, parameters that are not declared inputs are in the body. */
    static Place place(Operation operation, String written) {
        int bracket = written.indexOf('[');
        String first = bracket < 0 ? written : written.substring(0, bracket);
        for (Operation.Input input : operation.inputs()) {
            if (input.name().equals(first) || input.name().equals(written)) {
                return input.place();
            }
        }
        return operation.method().equals("POST") ? Place.BODY : Place.QUERY;
    }
}
