package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reduces records to the properties that a projection names. If a record keeps its properties in an object
 * {@code attributes}, as in JSON:API, the projection may name those.
 */
record Projection(Contract contract, Showing showing, Operation operation, Projected projected, ListQuery asked) {
    private static final String ATTRIBUTES = "attributes";

    /**
     * What the projection applies to.
     *
     * @param record the place of the schema of a record
     * @param whole the place of the schema of the answer
     */
    record Projected(String record, String whole, Collection collection) {}

    /** A plain name; anything else, such as {@code items(id)} and {@code *}, has a special meaning. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    /** The maximum number of names that a message lists. */
    private static final int NAMED = 8;

    /** The records with the requested and the required properties. */
    List<ObjectNode> of(List<ObjectNode> records) {
        var own = new Part(schema(), records);
        var inner = new Part(
                attributes(),
                records.stream()
                        .map(record -> record.get(ATTRIBUTES))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .toList());
        return records.stream().map(record -> of(record, own, inner)).toList();
    }

    private ObjectNode of(ObjectNode record, Part own, Part inner) {
        ObjectNode left = record.deepCopy();
        if (own.isNamed()) {
            own.leave(left);
        } else if (inner.isNamed() && left.get(ATTRIBUTES) instanceof ObjectNode attributes) {
            inner.leave(attributes);
        }
        return contract.keeps(projected.record(), left) ? left : record;
    }

    private SchemaView schema() {
        return showing.view(projected.record());
    }

    private SchemaView attributes() {
        return showing.view(schema().properties().getOrDefault(ATTRIBUTES, ""));
    }

    /** The objects of a page that the projection applies to; they are all treated alike. */
    private final class Part {
        private final SchemaView schema;
        private final Set<String> only = asked.projected(false);
        private final Set<String> without = asked.projected(true);

        Part(SchemaView schema, List<ObjectNode> objects) {
            this.schema = schema;
            var known = new HashSet<>(schema.properties().keySet());
            objects.forEach(object -> object.fieldNames().forEachRemaining(known::add));
            only.retainAll(known);
            without.retainAll(known);
        }

        /** Whether the projection names one of their properties. */
        boolean isNamed() {
            return !only.isEmpty() || !without.isEmpty();
        }

        /** Removes the properties that were not requested. */
        void leave(ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> schema.requires(name)
                    || isKey(name)
                    || !(without.contains(name) || (!only.isEmpty() && !only.contains(name))));
            object.remove(names);
        }
    }

    private boolean isKey(String name) {
        return projected.collection().keys().stream()
                .map(Key::property)
                .anyMatch(property -> property != null && property.path().get(0).equals(name));
    }

    /**
     * Notes about names that no record has.
     *
     * @param page the shown records, which may have properties that no schema names
     */
    List<Violation> notes(List<? extends JsonNode> page) {
        var known = new LinkedHashSet<>(schema().properties().keySet());
        known.addAll(attributes().properties().keySet());
        page.forEach(record -> record.fieldNames().forEachRemaining(known::add));
        var notes = new ArrayList<Violation>();
        for (Parameter parameter : asked.given()) {
            // fields[people] applies to records that may be included beside these.
            if (parameter.use() instanceof ParameterUse.Projection
                    && !parameter.written().contains("[")
                    && !parameter.isDefault(showing.view(operation.schema(parameter.written())))
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

    /** Some clients name properties by their path in the whole answer. */
    private boolean isAround(String word) {
        SchemaView whole = showing.view(projected.whole());
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
                Expected.to("name properties of the records, such as " + MessageText.or(listed) + meant),
                MessageText.text(word));
    }
}
