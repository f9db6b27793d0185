package dev.understudy.mocks.anyspec.roles.corrections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.FieldKind;
import dev.understudy.mocks.anyspec.roles.parameters.FieldRules;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Determines the uses of fields around a list and of headers that {@code x-understudy} declares. */
public record FieldCorrection(Corrections corrections, FieldRules rules) {
    private static final String NOTHING = "nothing";

    /** The fields that the rules find, with the declared uses taking precedence. */
    public List<Field> fields(Correction said, SchemaView whole, List<String> items) {
        List<Field> fields = rules.fields(whole, items);
        Optional<Correction.Entry> entry = said.entry("fields");
        if (entry.isEmpty()) {
            return fields;
        }
        var corrected = new ArrayList<Field>(fields);
        for (Map.Entry<String, JsonNode> field : entry.get().value().properties()) {
            String pointer = Pointers.child(entry.get().pointer(), field.getKey());
            String word = field.getValue().asText();
            corrected.removeIf(each -> each.toString().equals(field.getKey()));
            Optional<SchemaView> there = corrections.at(whole, field.getKey(), pointer);
            if (there.isPresent() && !word.equals(NOTHING) && isFit(there.get(), word, field.getKey(), pointer)) {
                corrected.add(rules.field(whole, Corrections.steps(field.getKey()), use(word)));
            }
        }
        return corrected;
    }

    private boolean isFit(SchemaView field, String word, String way, String pointer) {
        FieldKind kind = FieldKind.of(use(word));
        if (!kind.isOf(field)) {
            corrections.mistake(
                    pointer,
                    "the property at " + way + " does not take " + kind.text() + ", which " + word + " is",
                    FieldKind.advice(field));
        }
        return kind.isOf(field);
    }

    /** The uses of headers, with the declared ones taking precedence. */
    public static Map<String, FieldUse> headers(
            Corrections corrections, Correction said, ChosenAnswer chosen, Map<String, FieldUse> ruled) {
        Optional<Correction.Entry> entry = said.entry("headers");
        if (entry.isEmpty()) {
            return ruled;
        }
        List<Parameter> there = chosen.answer().headers();
        List<String> names = there.stream().map(Parameter::name).toList();
        var headers = new LinkedHashMap<>(ruled);
        for (Map.Entry<String, JsonNode> header : entry.get().value().properties()) {
            Optional<String> name =
                    names.stream().filter(header.getKey()::equalsIgnoreCase).findFirst();
            if (name.isEmpty()) {
                String pointer = Pointers.child(entry.get().pointer(), header.getKey());
                corrections.unknown(pointer, "the answer has no header " + header.getKey(), header.getKey(), names);
            } else if (header.getValue().asText().equals(NOTHING)) {
                headers.remove(name.get());
            } else {
                FieldUse use = use(header.getValue().asText());
                String sample = FieldKind.of(use).sample();
                boolean fits =
                        sample.isEmpty() || there.get(names.indexOf(name.get())).takes(sample);
                if (!fits) {
                    corrections.mistake(
                            Pointers.child(entry.get().pointer(), header.getKey()),
                            "the header " + name.get() + " does not take "
                                    + FieldKind.of(use).text() + ", which " + FieldKind.word(use) + " is",
                            "");
                }
                headers.put(name.get(), use);
            }
        }
        return headers;
    }

    private static FieldUse use(String word) {
        return FieldUse.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
