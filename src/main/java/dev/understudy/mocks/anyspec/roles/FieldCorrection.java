package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.contract.Chosen;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.Envelope.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What fields around a list and headers beside it say because {@code x-understudy} says so. */
record FieldCorrection(Corrections corrections, FieldRules rules) {
    private static final String NOTHING = "nothing";

    /** The fields of the whole, as the rules find them, unless something else is said of them. */
    List<Field> fields(Correction said, SchemaView whole, List<String> items) {
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
            if (there.isPresent() && !word.equals(NOTHING)) {
                corrected.add(rules.field(whole, Corrections.steps(field.getKey()), use(word)));
            }
        }
        return corrected;
    }

    /** The same of headers. */
    static Map<String, FieldUse> headers(
            Corrections corrections, Correction said, Chosen chosen, Map<String, FieldUse> ruled) {
        Optional<Correction.Entry> entry = said.entry("headers");
        if (entry.isEmpty()) {
            return ruled;
        }
        List<String> names =
                chosen.answer().headers().stream().map(Parameter::name).toList();
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
                headers.put(name.get(), use(header.getValue().asText()));
            }
        }
        return headers;
    }

    private static FieldUse use(String word) {
        return FieldUse.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
