package dev.understudy.contract.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.style.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a form, and what else may stand in it. */
record FormFields(Shape shape, FieldReader reader, Map<String, Field> declared) {
    static FormFields of(Shape shape, FieldReader reader) {
        return new FormFields(shape, reader, reader.fields());
    }

    /** Whether the body is a list of parts, whose names say nothing. */
    boolean isList() {
        return shape.isList() && !shape.isObject();
    }

    /** Whether its schema is for the object or the list that is read: generators write one of a text, too. */
    boolean isJudged() {
        return shape.isContainer() || shape.leaf().types().isEmpty();
    }

    /** The object that a form writes. Each key is looked at by the few fields that it may belong to. */
    ObjectNode object(FormReading all) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, FormReading> near = near(all);
        for (Field field : declared.values()) {
            FormReading own = field.isSpread() ? all : near.get(stem(field.name()));
            if (own != null) {
                own.value(field).ifPresent(value -> object.set(field.name(), value));
            }
        }
        undeclared(all)
                .forEach((name, own) -> own.value(reader.field(name)).ifPresent(value -> object.set(name, value)));
        return object;
    }

    private static Map<String, FormReading> near(FormReading all) {
        var near = new LinkedHashMap<String, FormReading>();
        for (String key : all.raws().keySet()) {
            near.computeIfAbsent(stem(key), stem -> FormReading.empty(all.violations()))
                    .take(key, all);
        }
        return near;
    }

    private Map<String, FormReading> undeclared(FormReading all) {
        var stems = new LinkedHashMap<String, List<Field>>();
        declared.values().forEach(field -> stems.merge(stem(field.name()), List.of(field), FormFields::both));
        List<Field> spread = declared.values().stream().filter(Field::isSpread).toList();
        var undeclared = new LinkedHashMap<String, FormReading>();
        for (String key : all.raws().keySet()) {
            List<Field> fields = both(spread, stems.getOrDefault(stem(key), List.of()));
            if (fields.stream().noneMatch(field -> field.claims(key))) {
                undeclared
                        .computeIfAbsent(root(key), root -> FormReading.empty(all.violations()))
                        .take(key, all);
            }
        }
        return undeclared;
    }

    private static List<Field> both(List<Field> some, List<Field> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What all spellings of a name begin with. */
    private static String stem(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) != '[' && key.charAt(end) != '.') {
            end++;
        }
        return key.substring(0, end);
    }

    /** What an undeclared key names: the text before its brackets. */
    private static String root(String key) {
        int bracket = key.indexOf('[');
        return bracket > 0 && key.endsWith("]") ? key.substring(0, bracket) : key;
    }
}
