package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Shown;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows of records what a projection names. In a record that keeps its properties in one that is called
 * {@code attributes}, as JSON:API has it, it may name those.
 */
record Projection(Contract contract, Showing showing, Operation operation, Role.Lists role, ListQuery asked) {
    private static final String ATTRIBUTES = "attributes";

    /** Others, such as {@code items(id)} and {@code *}, say more than a name. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    /** How many names are listed to somebody who asks for another. */
    private static final int NAMED = 8;

    /** The record with the properties that were asked for, and those that it must have. */
    ObjectNode of(ObjectNode record) {
        Set<String> only = asked.projected(false);
        Set<String> without = asked.projected(true);
        ObjectNode left = record.deepCopy();
        boolean whole = leave(left, schema(), only, without);
        if (whole && left.get(ATTRIBUTES) instanceof ObjectNode attributes) {
            leave(attributes, attributes(), only, without);
        }
        return contract.keeps(role.envelope().record(), left) ? left : record;
    }

    private SchemaView schema() {
        return showing.view(role.envelope().record());
    }

    private SchemaView attributes() {
        return showing.view(schema().properties().getOrDefault(ATTRIBUTES, ""));
    }

    /** Takes away the rest; whether there is none, as no name is one of an object like this. */
    private boolean leave(ObjectNode object, SchemaView schema, Set<String> only, Set<String> without) {
        boolean named = only.stream().anyMatch(name -> has(object, schema, name));
        boolean excluded = without.stream().anyMatch(name -> has(object, schema, name));
        if (named || excluded) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> schema.requires(name)
                    || isKey(name)
                    || !(without.contains(name) || (named && !only.contains(name))));
            object.remove(names);
        }
        return !named && !excluded;
    }

    private static boolean has(ObjectNode object, SchemaView schema, String name) {
        return object.has(name) || schema.properties().containsKey(name);
    }

    private boolean isKey(String name) {
        return role.collection().keys().stream()
                .map(Key::property)
                .anyMatch(property -> property != null && property.path().get(0).equals(name));
    }

    /**
     * What it names that no record has.
     *
     * @param page the records that are shown, which may have properties that no schema names
     */
    List<Violation> notes(List<? extends JsonNode> page) {
        var known = new LinkedHashSet<>(schema().properties().keySet());
        known.addAll(attributes().properties().keySet());
        page.forEach(record -> record.fieldNames().forEachRemaining(known::add));
        var notes = new ArrayList<Violation>();
        for (Parameter parameter : asked.given()) {
            // fields[people] is about what may be shown beside the records.
            if (parameter.use() instanceof ParameterUse.Projection
                    && !parameter.written().contains("[")
                    && !known.isEmpty()) {
                ListQuery.words(parameter.value()).stream()
                        .map(word -> word.replaceFirst("\\..*", ""))
                        .filter(word -> NAME.matcher(word).matches() && !known.contains(word))
                        .filter(word -> !isAround(word))
                        .forEach(word -> notes.add(note(parameter, word, known)));
            }
        }
        return notes;
    }

    /** Some clients name properties as seen from the whole answer. */
    private boolean isAround(String word) {
        SchemaView whole = showing.view(role.envelope().schema());
        return word.equals("all") || whole.properties().containsKey(word);
    }

    private Violation note(Parameter parameter, String word, Set<String> known) {
        String meant = Spelling.nearest(word, known)
                .map(name -> "; " + Spelling.question(name))
                .orElse("");
        List<String> listed = known.stream().limit(NAMED).toList();
        return new Violation(
                ParameterValueCheck.place(operation, parameter.written()),
                parameter.written(),
                "",
                "property",
                Expected.to("name properties of the records, such as " + Shown.or(listed) + meant),
                Shown.text(word));
    }
}
