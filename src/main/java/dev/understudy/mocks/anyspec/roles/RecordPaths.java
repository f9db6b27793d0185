package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the records of a list inside other values: in answers that show one, and in bodies that contain one. */
record RecordPaths(SchemaViews views) {
    /** The path to the record in values of this schema: it may be the whole, or a property. */
    Optional<List<String>> path(SchemaView whole, Lists.Seen leader) {
        if (alike(whole, leader)) {
            return Optional.of(List.of());
        }
        for (Map.Entry<String, String> property : whole.properties().entrySet()) {
            if (isHolder(property.getKey(), leader) && alike(views.at(property.getValue()), leader)) {
                return Optional.of(List.of(property.getKey()));
            }
        }
        return Optional.empty();
    }

    /** The path to a record in a request body, which may have only a few of its properties, or be any object. */
    Optional<List<String>> given(SchemaView whole, Lists.Seen leader) {
        if (hasCommon(whole, leader) || (whole.properties().isEmpty() && !whole.isArray())) {
            return Optional.of(List.of());
        }
        for (Map.Entry<String, String> property : whole.properties().entrySet()) {
            if (isHolder(property.getKey(), leader) && hasCommon(views.at(property.getValue()), leader)) {
                return Optional.of(List.of(property.getKey()));
            }
        }
        return Optional.empty();
    }

    boolean hasCommon(SchemaView one, Lists.Seen leader) {
        SchemaView record = views.at(leader.envelope().record());
        return one.properties().keySet().stream().anyMatch(record.properties()::containsKey);
    }

    private static boolean isHolder(String name, Lists.Seen leader) {
        String plain = Name.plain(name);
        String noun = Name.plain(leader.reading().noun());
        return plain.matches("data|item|result|value|record|entry|content|response|payload|object|attributes")
                || plain.equals(noun)
                || Name.otherNumber(noun).contains(plain);
    }

    /** Whether values of a schema may be records of the list, judging by their properties. */
    boolean alike(SchemaView one, Lists.Seen leader) {
        SchemaView record = views.at(leader.envelope().record());
        if (!one.isObject()) {
            return false;
        } else if (one.canonical().equals(record.canonical())) {
            return true;
        }
        long common = one.properties().keySet().stream()
                .filter(record.properties()::containsKey)
                .count();
        int fewer = Math.min(one.properties().size(), record.properties().size());
        return common > 0 && common * 2 >= fewer;
    }
}
